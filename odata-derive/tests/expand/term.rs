/// Who looked at it.
#[derive(ODataTerm)]
#[odata(type = "shop.audited", value = Vec<Audit>, applies_to(entity_type, property), base = Seen)]
pub struct Audited;
