#[derive(ODataComplex, Clone)]
#[odata(type = "shop.info", annotate(Audited = Audit { by: "job", of: path(open) }))]
#[odata(annotate("other.Term" #Short = raw { A: [1, path("a/b")] }))]
pub struct Info {
    #[odata(annotate(Core::Computed, Limit = MOST))]
    pub open: bool,
}
