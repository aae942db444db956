/// Everything.
#[derive(ODataContainer)]
#[odata(type = "graph.service", alias("g" = "graph"), types(only(Special)), crate = "facade::core")]
pub struct Service {
    #[odata(entity_set)]
    pub policies: Vec<Policy>,
    /// One only.
    #[odata(singleton, nullable)]
    pub configuration: Configuration,
}
