/// Everything.
#[derive(ODataContainer)]
#[odata(type = "graph.service", schema("graph", alias = "g"), types(only(Special)), crate = "facade::core")]
#[odata(with(audit), all_of("graph.audit"), reference("https://example.com/core.xml", include("core", alias = "c")))]
pub struct Service {
    #[odata(entity_set, include_in_service_document = false)]
    pub policies: Vec<Policy>,
    /// One only.
    #[odata(singleton, nullable)]
    pub configuration: Configuration,
}
