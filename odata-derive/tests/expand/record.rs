#[derive(ODataRecord, Clone, Copy)]
#[odata(type = "shop.audit", base = Seen)]
pub struct Audit {
    #[odata(max_length = 20)]
    pub by: Value<String>,
    #[odata(default = true)]
    pub ok: Value<bool>,
}
