
'use strict';
// All is in the page: this filters, opens and closes.
(() => {
  const $ = (id) => document.getElementById(id);
  const plain = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  const words = (field) => plain(field.value).split(/\s+/).filter(Boolean);
  const show = (node, shown) => { if (node.hidden === shown) node.hidden = !shown; };
  const later = (work) => {
    let timer;
    return () => { clearTimeout(timer); timer = setTimeout(work, 120); };
  };
  const count = new Intl.NumberFormat(document.documentElement.lang);
  const of = (shown, all, status) => `${count.format(shown)} ${status.dataset.of} ${count.format(all)}`;

  // Causes.
  const form = $('f');
  if (form) {
    const items = Array.from(document.querySelectorAll('.causes > li'));
    const lists = Array.from(document.querySelectorAll('.level'));
    const fields = Array.from(form.querySelectorAll('select'));
    const status = $('n');
    const whole = status.textContent;
    let texts;
    const fits = (item, field) => {
      const had = item.dataset[field.dataset.f];
      return !field.value || had === field.value || had.split(' ').includes(field.value);
    };
    const filter = () => {
      const asked = words($('q'));
      const set = fields.filter((field) => field.value);
      if (asked.length && !texts) texts = items.map((item) => plain(item.textContent));
      let shown = 0;
      items.forEach((item, n) => {
        const fit = set.every((field) => fits(item, field)) && asked.every((word) => texts[n].includes(word));
        show(item, fit);
        shown += fit;
      });
      for (const list of lists) show(list, list.querySelector('li[data-l]:not([hidden])') !== null);
      status.textContent = shown === items.length ? whole : `${of(shown, items.length, status)} ${status.dataset.what}`;
    };
    form.addEventListener('change', filter);
    $('q').addEventListener('input', later(filter));
    const clear = () => {
      for (const field of fields) field.value = '';
      $('q').value = '';
      filter();
    };
    $('reset').addEventListener('click', clear);
    const button = $('open');
    const names = [button.textContent, button.dataset.close];
    let opened = false;
    button.addEventListener('click', () => {
      opened = !opened;
      for (const item of items) if (!item.hidden || !opened) item.firstElementChild.open = opened;
      button.textContent = names[Number(opened)];
    });
    form.hidden = false;
    form.clear = clear;
  }

  // Pages.
  const find = $('fp');
  if (find) {
    const field = $('qp');
    const status = $('sp');
    const groups = Array.from($('pg').children);
    const all = $('pg').querySelectorAll('tbody tr').length;
    let texts;
    field.addEventListener('input', later(() => {
      const asked = words(field);
      texts ??= groups.map((group) => {
        const folder = plain(group.querySelector('summary span').textContent);
        return Array.from(group.querySelectorAll('tbody tr'), (row) => [row, folder + plain(row.cells[0].textContent)]);
      });
      let shown = 0;
      groups.forEach((group, n) => {
        let own = 0;
        for (const [row, text] of texts[n]) {
          const fit = asked.every((word) => text.includes(word));
          show(row, fit);
          own += fit;
        }
        show(group, own > 0);
        if (asked.length) group.open = own > 0 && own <= 200;
        shown += own;
      });
      status.textContent = asked.length ? of(shown, all, status) : '';
    }));
    find.hidden = false;
  }

  // A link to what is closed or filtered away opens it.
  const reveal = () => {
    let id;
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const target = id && $(id);
    if (!target) return;
    if (target.hidden && form) form.clear();
    const inner = target.matches('.causes > li') ? target.firstElementChild : null;
    if (inner) inner.open = true;
    for (let node = target; node; node = node.parentElement) {
      if (node.localName === 'details') node.open = true;
    }
    (inner ?? target.closest('details'))?.querySelector('summary').focus({ preventScroll: true });
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  if (location.hash) reveal();

  // On paper what is shown is open; afterwards all is as it was.
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = Array.from(document.querySelectorAll('#causes ~ section li:not([hidden]) > details:not([open]), .check:not([open]), .topic:not([open])'));
    if (closed.length > 2000) closed = [];
    for (const node of closed) node.open = true;
  });
  addEventListener('afterprint', () => {
    for (const node of closed) node.open = false;
    closed = [];
  });
})();
