#[derive(ODataEnum, Clone, Copy)]
#[odata(type = "shop.channel", flags, serde = false)]
#[repr(u8)]
pub enum Channel {
    Web = 1,
    Store = LAST << 1,
}
