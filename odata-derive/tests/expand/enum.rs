/// What the policy does.
#[derive(ODataEnum, Clone)]
#[odata(type = "graph.state", serde = false)]
#[repr(i16)]
pub enum State {
    /// At work.
    Active,
    Stopped = LAST + 1,
    Gone,
    #[odata(unknown)]
    Other(UnknownMember),
}
