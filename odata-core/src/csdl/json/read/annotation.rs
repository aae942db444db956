//! Annotations and terms.

use super::{
    Reader,
    node::Member,
    object::{Notes, Object, Shape},
    type_reference::type_members,
};
use crate::csdl::{Annotation, Name, Term};

const TERM: Shape = Shape {
    noun: "a term",
    members: type_members!["$Kind", "$Nullable", "$BaseTerm", "$DefaultValue", "$AppliesTo"],
    has_children: false,
};

impl<'j> Reader<'j> {
    /// Reads the annotations of a member or of an annotation, or of the object itself if the name is empty.
    pub(super) fn annotations<'n>(&mut self, notes: &mut Notes<'n, 'j>, annotated: &str) -> Vec<Annotation> {
        notes.take(annotated).into_iter().filter_map(|member| self.annotation(notes, member)).collect()
    }

    fn annotation<'n>(&mut self, notes: &mut Notes<'n, 'j>, member: &'n Member<'j>) -> Option<Annotation> {
        let (annotated, name) = member.name.rsplit_once('@')?;
        let (term, qualifier) = match name.split_once('#') {
            Some((term, qualifier)) => (term, Some(qualifier)),
            None => (name, None),
        };
        if term.is_empty() || qualifier == Some("") {
            self.fault(member.offset, || {
                format!("`{}` must be a name with `@` before it, and perhaps `#` and a qualifier after it", member.name)
            });
        }
        let place = self.places.at(member.offset);
        // The quote and what is annotated come before.
        let offset = member.offset + annotated.len() + 2;
        let expected = self.types.term(term);
        let term = Name::new(term, self.places.at(offset));
        let qualifier = qualifier.map(|qualifier| Name::new(qualifier, place));
        let (value, annotations) = self.nested(member.offset, |this| {
            (this.expression(&member.value, expected.as_ref()), this.annotations(notes, &member.name))
        })?;
        Some(Annotation { term, qualifier, value: Some(value), annotations, place })
    }

    /// Reads what is one level deeper, unless that is too deep.
    pub(super) fn nested<T>(&mut self, offset: usize, read: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.depth >= self.most_depth {
            self.fault(offset, || "values and annotations of annotations are nested too deeply".to_owned());
            return None;
        }
        self.depth += 1;
        let value = read(self);
        self.depth -= 1;
        Some(value)
    }

    pub(super) fn term(&mut self, name: Name, mut object: Object<'_, 'j>) -> Term {
        self.check(&object, &TERM);
        let place = name.place;
        let applies_to = self.array(&object, "$AppliesTo");
        let term = Term {
            name,
            ty: self.type_reference(&object),
            base: self.text(&object, "$BaseTerm"),
            default: self.default_value(&object),
            applies_to: applies_to.iter().filter_map(|item| self.text_of(item, "an item of `$AppliesTo`")).collect(),
            annotations: self.annotations(&mut object.notes, ""),
            place,
        };
        self.finish(object);
        term
    }
}
