//! Attributes that run a script: WHATWG HTML 8.1.8.2 «Event handlers on elements, Document objects, and Window objects».

/// Event handler content attributes (WHATWG HTML 8.1.8.2) and those that other current standards add (Pointer Events, UI Events,
/// Selection, CSS Animations and Transitions), sorted.
static EVENT_HANDLERS: &[&str] = &[
    "onabort",
    "onafterprint",
    "onanimationcancel",
    "onanimationend",
    "onanimationiteration",
    "onanimationstart",
    "onauxclick",
    "onbeforeinput",
    "onbeforematch",
    "onbeforeprint",
    "onbeforetoggle",
    "onbeforeunload",
    "onblur",
    "oncancel",
    "oncanplay",
    "oncanplaythrough",
    "onchange",
    "onclick",
    "onclose",
    "oncommand",
    "oncontextlost",
    "oncontextmenu",
    "oncontextrestored",
    "oncopy",
    "oncuechange",
    "oncut",
    "ondblclick",
    "ondrag",
    "ondragend",
    "ondragenter",
    "ondragleave",
    "ondragover",
    "ondragstart",
    "ondrop",
    "ondurationchange",
    "onemptied",
    "onended",
    "onerror",
    "onfocus",
    "onformdata",
    "ongotpointercapture",
    "onhashchange",
    "oninput",
    "oninvalid",
    "onkeydown",
    "onkeypress",
    "onkeyup",
    "onlanguagechange",
    "onload",
    "onloadeddata",
    "onloadedmetadata",
    "onloadstart",
    "onlostpointercapture",
    "onmessage",
    "onmessageerror",
    "onmousedown",
    "onmouseenter",
    "onmouseleave",
    "onmousemove",
    "onmouseout",
    "onmouseover",
    "onmouseup",
    "onoffline",
    "ononline",
    "onpagehide",
    "onpagereveal",
    "onpageshow",
    "onpageswap",
    "onpaste",
    "onpause",
    "onplay",
    "onplaying",
    "onpointercancel",
    "onpointerdown",
    "onpointerenter",
    "onpointerleave",
    "onpointermove",
    "onpointerout",
    "onpointerover",
    "onpointerrawupdate",
    "onpointerup",
    "onpopstate",
    "onprogress",
    "onratechange",
    "onrejectionhandled",
    "onreset",
    "onresize",
    "onscroll",
    "onscrollend",
    "onsecuritypolicyviolation",
    "onseeked",
    "onseeking",
    "onselect",
    "onselectionchange",
    "onselectstart",
    "onslotchange",
    "onstalled",
    "onstorage",
    "onsubmit",
    "onsuspend",
    "ontimeupdate",
    "ontoggle",
    "ontouchcancel",
    "ontouchend",
    "ontouchmove",
    "ontouchstart",
    "ontransitioncancel",
    "ontransitionend",
    "ontransitionrun",
    "ontransitionstart",
    "onunhandledrejection",
    "onunload",
    "onvolumechange",
    "onwaiting",
    "onwheel",
];

/// Whether the attribute holds a script run on an event. Unknown `on…` names do nothing and are not counted.
pub fn is_event_handler(attribute: &str) -> bool {
    attribute.starts_with("on") && EVENT_HANDLERS.binary_search(&attribute).is_ok()
}

/// Names of event handlers, sorted.
pub fn names() -> impl Iterator<Item = &'static str> {
    EVENT_HANDLERS.iter().copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::testing::assert_sorted;

    #[test]
    fn known_handlers_only() {
        assert_sorted("EVENT_HANDLERS", EVENT_HANDLERS.iter().copied());
        assert!(EVENT_HANDLERS.iter().all(|name| name.starts_with("on")));
        assert!(is_event_handler("onclick") && is_event_handler("onunload"));
        assert!(
            !is_event_handler("on") && !is_event_handler("onclic") && !is_event_handler("once")
        );
    }
}
