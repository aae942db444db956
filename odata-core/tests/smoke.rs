use odata_core::{codec, value::DateTimeOffset, AnyOf, Delta, Diff, Nav, ODataComplex, ODataContainer, ODataEntity, ODataEnum, Model};

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "g.entity", abstract)]
pub struct Entity { #[odata(key, computed)] pub id: String }

#[derive(ODataEnum, Clone, Debug, PartialEq)]
#[odata(type = "g.channel")]
pub enum Channel { Current, Monthly }

#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "g.summary")]
pub struct Summary { #[odata(default = 3)] pub failed: i32, pub succeeded: i32 }

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "g.policy")]
pub struct Policy {
    #[odata(base)] pub entity: Entity,
    pub display_name: Option<String>,
    pub priority: i32,
    #[odata(default = "0001-01-01T00:00:00Z")] pub at: DateTimeOffset,
    pub channel: Channel,
    pub summary: Option<Summary>,
    pub all: Vec<Summary>,
    #[odata(contains_target)] pub children: Nav<Vec<AnyOf<Policy>>>,
}
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "g.special")]
pub struct Special { #[odata(base)] pub policy: Policy, pub level: i64 }

#[derive(ODataContainer)]
#[odata(type = "g.Container")]
pub struct Container { #[odata(entity_set)] pub policies: Vec<AnyOf<Policy>> }

#[test]
fn smoke() {
    let body = br##"{"displayName":"x","@odata.type":"#g.special","id":"1","priority":4,"channel":"monthly","summary":{"succeeded":1},"level":7}"##;
    let any: AnyOf<Policy> = codec::from_slice(body).unwrap();
    let special: &Special = any.downcast_ref().unwrap();
    println!("{}", String::from_utf8(codec::to_vec(special)).unwrap());
    println!("{}", serde_json::to_string(special).unwrap());
    let again: AnyOf<Policy> = serde_json::from_slice(body).unwrap();
    assert_eq!(again, any);
    let mut other = special.clone();
    other.display_name = None; other.summary.as_mut().unwrap().failed = 9; other.level = 8; other.policy.entity.id = "z".into();
    let changes = special.diff(&other);
    println!("{}", String::from_utf8(changes.to_vec()).unwrap());
    let d = Delta::<Special>::from_slice(&changes.to_vec()).unwrap();
    let mut s = special.clone(); d.apply_to(&mut s).unwrap(); other.policy.entity.id = "1".into();
    assert_eq!(s, other);
    let mut d = Delta::<Special>::new(); d.set(Special::PROPERTIES.display_name, Some("q".into())).set(Special::PROPERTIES.level, 3);
    d.apply_to(&mut s).unwrap();
    println!("{s:?}");
    let e = codec::from_slice::<Policy>(br##"{
  "@odata.type":"#g.special","priority":"Integer","channel":"nope","summary":{"succeeded":null,"x":1},
  "all":[{"succeeded":1},{"failed":99999999999}]}"##).unwrap_err();
    for e in e.all() { println!("{} {e}", e.code()); }
    println!("{:?}", Model::of::<Container>().unwrap().types());
}
