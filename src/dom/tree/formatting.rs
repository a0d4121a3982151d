//! The list of active formatting elements (HTML Standard, 13.2.4.3), and the «adoption agency algorithm» (13.2.6.4.7).

use super::tag_name::{SCOPE, SPECIAL, TagName};
use super::{Open, Tag, Tree};
use crate::dom::complaint::Complaint;
use crate::dom::data::NodeId;

/// So many elements alike are kept (the «Noah's Ark clause»).
const ALIKE: usize = 3;

impl Tree {
    pub(super) fn push_marker(&mut self) {
        self.formatting.push(None);
    }

    /// «Clear the list of active formatting elements up to the last marker».
    pub(super) fn clear_to_marker(&mut self) {
        while let Some(Some(_)) = self.formatting.pop() {}
    }

    /// Those after the last marker, the last one first, with their place in the list.
    fn since_marker(&self) -> impl Iterator<Item = (usize, Open)> {
        let all = self.formatting.iter().enumerate().rev();
        all.map_while(|(at, entry)| Some((at, (*entry)?)))
    }

    /// The last one of a name after the last marker.
    pub(super) fn listed_since_marker(&self, name: TagName) -> Option<(usize, Open)> {
        self.since_marker().find(|(_, e)| e.name == name)
    }

    fn listed(&self, id: NodeId) -> Option<usize> {
        let is = |entry: &Option<Open>| entry.is_some_and(|e| e.id == id);
        self.formatting.iter().rposition(is)
    }

    pub(super) fn unlist(&mut self, id: NodeId) {
        if let Some(at) = self.listed(id) {
            self.formatting.remove(at);
        }
    }

    /// «Insert an HTML element for the token» and «push it onto the list of active formatting elements».
    pub(super) fn insert_formatting(&mut self, tag: &Tag) {
        let alike =
            |e: Open| e.name == tag.name && self.arena.has_attributes(e.id, &self.current.attrs);
        let mut same = self.since_marker().filter(|(_, e)| alike(*e));
        let earliest = same
            .nth(ALIKE - 1)
            .map(|third| same.last().unwrap_or(third));
        if let Some((at, _)) = earliest {
            self.formatting.remove(at);
        }
        let (id, name) = (self.insert_element(tag), tag.name);
        self.formatting.push(Some(Open { id, name }));
    }

    /// «Reconstruct the active formatting elements».
    #[inline(always)]
    pub(super) fn reconstruct(&mut self) {
        if let Some(Some(last)) = self.formatting.last()
            && self.open.position(last.id).is_none()
        {
            self.reopen();
        }
    }

    #[cold]
    fn reopen(&mut self) {
        let closed = |entry: &Option<Open>| match entry {
            Some(e) => self.open.position(e.id).is_none(),
            None => false,
        };
        let list = &self.formatting;
        let open = list.iter().rposition(|e| !closed(e)).map_or(0, |at| at + 1);
        for at in open..list.len() {
            if let Some(entry) = self.formatting[at] {
                let clone = self.create_clone(entry);
                self.insert_at(self.place_in(self.open.current()), clone.id);
                self.open.push(clone);
                self.formatting[at] = Some(clone);
            }
        }
    }

    /// The names of the elements that would be opened again, innermost first.
    pub fn active_formatting(&self) -> Vec<Tag> {
        let names = self.formatting.iter().rev().flatten();
        let tag = |e: &Open| Tag {
            name: e.name,
            local: e.name.local(),
        };
        names.map(tag).collect()
    }

    /// The «adoption agency algorithm».
    pub(super) fn adopt(&mut self, tag: &Tag) {
        if self.open.is_current(tag.name) && self.listed(self.open.current().id).is_none() {
            self.open.pop();
            return;
        }
        for _ in 0..8 {
            let Some((listed, formatting)) = self.listed_since_marker(tag.name) else {
                self.any_other_end_tag(tag);
                return;
            };
            let Some(depth) = self.open.position(formatting.id) else {
                self.formatting.remove(listed);
                return;
            };
            if !self.open.any_in_scope(SCOPE, |e| e.id == formatting.id) {
                self.complain(Complaint::Stray);
                return;
            }
            if self.open.current().id != formatting.id {
                self.complain(Complaint::Misnested);
            }
            let above = self.open.as_slice()[depth..].iter();
            let furthest = above.enumerate().find(|(_, e)| e.name.is(SPECIAL));
            let Some((above, &furthest)) = furthest else {
                self.open.truncate(depth);
                self.formatting.remove(listed);
                return;
            };
            self.adopt_furthest(listed, formatting, depth + above, furthest);
        }
    }

    /// Steps 4.8 to 4.19: what is in the «furthest block», which is at this place of the stack, goes into a new formatting element
    /// under it; those open between the two are closed around it, and opened again for what follows.
    fn adopt_furthest(
        &mut self,
        mut listed: usize,
        formatting: Open,
        furthest_at: usize,
        furthest: Open,
    ) {
        let mut bookmark = listed;
        let mut at = furthest_at;
        let mut last = furthest;
        for counter in 1.. {
            at -= 1;
            let node = self.open.as_slice()[at];
            if node.id == formatting.id {
                break;
            }
            let mut place = self.listed(node.id);
            if counter > 3
                && let Some(gone) = place.take()
            {
                self.formatting.remove(gone);
                bookmark -= usize::from(gone < bookmark);
                listed -= usize::from(gone < listed);
            }
            let Some(place) = place else {
                self.open.remove(at);
                continue;
            };
            let clone = self.create_clone(node);
            self.open.replace(at, clone);
            self.formatting[place] = Some(clone);
            if last.id == furthest.id {
                bookmark = place + 1;
            }
            self.arena.detach(last.id);
            self.arena.append(last.id, clone.id);
            last = clone;
        }
        let ancestor = self.open.as_slice()[at.saturating_sub(1)];
        self.arena.detach(last.id);
        self.insert_at(self.place_in(ancestor), last.id);
        let clone = self.create_clone(formatting);
        self.arena.move_children(furthest.id, clone.id);
        self.arena.append(clone.id, furthest.id);
        self.formatting.remove(listed);
        bookmark -= usize::from(listed < bookmark);
        self.formatting.insert(bookmark, Some(clone));
        self.open.remove(at);
        if let Some(at) = self.open.position(furthest.id) {
            self.open.insert(at + 1, clone);
        }
    }
}
