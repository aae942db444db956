//! One model in several states, as in different versions of a program.

/// Declares a state of the model: a container with a set of vehicles of any type, and what the state adds.
macro_rules! state {
    (
        $(#[$about:meta])* $name:ident,
        vehicle { $($vehicle:tt)* },
        place { $($place:tt)* },
        truck $truck:literal,
        sets { $($sets:tt)* },
        $($more:item)*
    ) => {
        $(#[$about])*
        pub(crate) mod $name {
            use odata_core::{AnyOf, Nav, ODataComplex, ODataContainer, ODataEntity};

            /// Something that moves.
            #[derive(ODataEntity, Clone)]
            #[odata(type = "fleet.vehicle")]
            pub(crate) struct Vehicle {
                #[odata(key)]
                pub(crate) id: String,
                pub(crate) name: Option<String>,
                pub(crate) tags: Vec<String>,
                pub(crate) places: Vec<AnyOf<Place>>,
                #[odata(contains_target)]
                pub(crate) trips: Nav<Vec<Trip>>,
                $($vehicle)*
            }

            /// A position on a map.
            #[derive(ODataComplex, Clone)]
            #[odata(type = "fleet.place")]
            pub(crate) struct Place {
                pub(crate) street: String,
                $($place)*
            }

            /// A vehicle that carries goods.
            #[derive(ODataEntity, Clone)]
            #[odata(type = $truck)]
            pub(crate) struct Truck {
                #[odata(base)]
                pub(crate) vehicle: Vehicle,
                pub(crate) load: i32,
            }

            /// A journey from one place to another.
            #[derive(ODataEntity, Clone)]
            #[odata(type = "fleet.trip")]
            pub(crate) struct Trip {
                #[odata(key)]
                pub(crate) number: i32,
                #[odata(contains_target)]
                pub(crate) stops: Nav<Vec<Stop>>,
            }

            /// An interruption of a trip.
            #[derive(ODataEntity, Clone)]
            #[odata(type = "fleet.stop")]
            pub(crate) struct Stop {
                #[odata(key)]
                pub(crate) number: i32,
            }

            /// The owner of the fleet.
            #[derive(ODataEntity, Clone)]
            #[odata(type = "fleet.office")]
            pub(crate) struct Office {
                #[odata(key, computed)]
                pub(crate) id: String,
                pub(crate) city: Option<String>,
            }

            $($more)*

            /// The container.
            #[derive(ODataContainer)]
            #[odata(type = "fleet.Fleet")]
            pub(crate) struct Fleet {
                #[odata(entity_set)]
                pub(crate) vehicles: Vec<AnyOf<Vehicle>>,
                $($sets)*
            }
        }
    };
}

state! {
    /// The first version.
    old,
    vehicle { pub(crate) colour: Option<String>, pub(crate) seats: i32 },
    place {},
    truck "fleet.truck",
    sets {
        #[odata(entity_set)] pub(crate) stops: Vec<Stop>,
        #[odata(singleton)] pub(crate) office: Office,
    },
}

state! {
    /// Has additions that all fit old values.
    more,
    vehicle {
        pub(crate) colour: Option<String>,
        pub(crate) seats: i32,
        pub(crate) owner: Option<String>,
        #[odata(default = 4)] pub(crate) wheels: i32,
        pub(crate) notes: Vec<String>
    },
    place { pub(crate) number: Option<i32> },
    truck "fleet.truck",
    sets {
        #[odata(entity_set)] pub(crate) stops: Vec<Stop>,
        #[odata(entity_set)] pub(crate) more_stops: Vec<Stop>,
        #[odata(singleton)] pub(crate) office: Office,
    },
    /// A vehicle for many people.
    #[derive(ODataEntity, Clone)]
    #[odata(type = "fleet.bus")]
    pub(crate) struct Bus {
        #[odata(base)]
        pub(crate) vehicle: Vehicle,
        pub(crate) line: i32,
    }

    /// A stop for long vehicles.
    #[derive(ODataEntity, Clone)]
    #[odata(type = "fleet.bigStop")]
    pub(crate) struct BigStop {
        #[odata(base)]
        pub(crate) stop: Stop,
    }
}

state! {
    /// Has another set, which no stored value depends on.
    another_set,
    vehicle { pub(crate) colour: Option<String>, pub(crate) seats: i32 },
    place {},
    truck "fleet.truck",
    sets {
        #[odata(entity_set)] pub(crate) stops: Vec<Stop>,
        #[odata(entity_set)] pub(crate) more_stops: Vec<Stop>,
        #[odata(singleton)] pub(crate) office: Office,
    },
}

state! {
    /// Has a property that must have a value.
    required,
    vehicle { pub(crate) colour: Option<String>, pub(crate) seats: i32, pub(crate) wheels: i32 },
    place {},
    truck "fleet.truck",
    sets {
        #[odata(entity_set)] pub(crate) stops: Vec<Stop>,
        #[odata(singleton)] pub(crate) office: Office,
    },
}

state! {
    /// Has a computed property that always has a value.
    numbered,
    vehicle {
        pub(crate) colour: Option<String>,
        pub(crate) seats: i32,
        #[odata(computed)] pub(crate) revision: i32
    },
    place {},
    truck "fleet.truck",
    sets {
        #[odata(entity_set)] pub(crate) stops: Vec<Stop>,
        #[odata(singleton)] pub(crate) office: Office,
    },
}

state! {
    /// Has no colour.
    colourless,
    vehicle { pub(crate) seats: i32 },
    place {},
    truck "fleet.truck",
    sets {
        #[odata(entity_set)] pub(crate) stops: Vec<Stop>,
        #[odata(singleton)] pub(crate) office: Office,
    },
}

state! {
    /// Calls trucks by another name.
    renamed,
    vehicle { pub(crate) colour: Option<String>, pub(crate) seats: i32 },
    place {},
    truck "fleet.lorry",
    sets {
        #[odata(entity_set)] pub(crate) stops: Vec<Stop>,
        #[odata(singleton)] pub(crate) office: Office,
    },
}

state! {
    /// Has other types of properties.
    retyped,
    vehicle { pub(crate) colour: Option<i32>, pub(crate) seats: Vec<i32> },
    place {},
    truck "fleet.truck",
    sets {
        #[odata(entity_set)] pub(crate) stops: Vec<Stop>,
        #[odata(singleton)] pub(crate) office: Office,
    },
}

state! {
    /// Has neither stops of their own nor an office.
    fewer_sets,
    vehicle { pub(crate) colour: Option<String>, pub(crate) seats: i32 },
    place {},
    truck "fleet.truck",
    sets {},
}
