/// A policy that is delivered to clients.
#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy", alternate_key(display_name, target.id as targetId))]
pub struct Policy {
    #[odata(base)]
    pub entity: Entity,
    /// Shown to people.
    #[odata(max_length = 50)]
    pub display_name: Option<String>,
    pub target: Option<Target>,
    #[odata(default = 5)]
    pub priority: i32,
    #[odata(computed, precision = 3)]
    pub changed: Option<DateTimeOffset>,
    #[odata(contains_target, name = "assignments")]
    pub(crate) assigned: Nav<Vec<Assignment>>,
    pub owner_id: Option<i32>,
    #[odata(partner = policies, referential_constraint(owner_id = id), on_delete = set_null)]
    pub owner: Nav<Option<Owner>>,
    #[odata(skip)]
    cache: Cache,
}
