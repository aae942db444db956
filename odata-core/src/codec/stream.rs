//! The control information that belongs to a stream (OData JSON 4.01 §9).

use super::Control;
use crate::{slot::Input, value::Stream};

/// Returns the control information that is written with a stream. One that is nowhere still has its media type, so that
/// it is not null.
pub(crate) fn information(stream: &Stream) -> impl Iterator<Item = (Control, &str)> {
    let links = [
        (Control::MediaReadLink, stream.read_link()),
        (Control::MediaEditLink, stream.edit_link()),
        (Control::MediaEtag, stream.etag()),
    ];
    let media_type = match stream.known_media_type() {
        None if links.iter().all(|(_, text)| text.is_none()) => Some(stream.media_type()),
        known => known,
    };
    let all = std::iter::once((Control::MediaContentType, media_type)).chain(links);
    all.filter_map(|(control, text)| Some((control, text?)))
}

/// Returns the input by which a stream takes control information that belongs to it.
pub(crate) const fn input(control: Control, text: &str) -> Input<'_> {
    match control {
        Control::MediaReadLink => Input::MediaReadLink(text),
        Control::MediaEditLink => Input::MediaEditLink(text),
        Control::MediaEtag => Input::MediaEtag(text),
        _ => Input::MediaType(text),
    }
}
