#[derive(ODataComplex, Clone)]
#[odata(type = "graph.target", abstract, open, serde = false)]
pub struct Target {
    pub parent: Option<Box<Self>>,
    #[odata(dynamic)]
    pub more: DynamicProperties,
}
