/*
 * What can be measured of a page as it is drawn: what sticks out or is cut off, what is too small for a thumb, and every text that a person can read or hear,
 * with the language it claims to be in. Answers {wrong: [...], texts: [{text, lang}]}.
 */
() => {
  'use strict';
  const THUMB = 44;
  const width = document.documentElement.clientWidth;
  const wrong = [], texts = [];
  const isPhone = width < 760;

  const name = e => {
    const id = e.id && !/^[a-z-]*\d+$/.test(e.id) ? '#' + e.id : '';
    return e.localName + id + [...e.classList].map(c => '.' + c).join('') + ' "' + (e.innerText || e.getAttribute('aria-label') || '').trim().slice(0, 40).replaceAll('\n', ' ') + '"';
  };
  const parent = e => e.assignedSlot ?? e.parentElement ?? e.getRootNode().host ?? null;
  const above = (e, is) => { for (let up = parent(e); up; up = parent(up)) if (is(up)) return up; return null; };
  const style = e => getComputedStyle(e);
  const isHidden = e => {
    const s = style(e), r = e.getBoundingClientRect();
    return s.visibility === 'hidden' || s.display === 'none' || s.opacity === '0' || r.width <= 1 || r.height <= 1 || s.clipPath !== 'none' && r.width <= 1;
  };
  const isShown = e => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !isHidden(e);
  const scrolls = e => /(auto|scroll|hidden|clip)/.test(style(e).overflowX);
  const isInline = e => style(e).display === 'inline';
  const every = (root, visit) => {
    for (const e of root.querySelectorAll('*')) { visit(e); if (e.shadowRoot) every(e.shadowRoot, visit); }
  };

  if (document.documentElement.scrollWidth > width + 1) wrong.push(`the page is ${document.documentElement.scrollWidth} px wide on a screen of ${width}`);
  if (!document.title.trim()) wrong.push('no title');

  const modal = document.querySelector('vaadin-dialog[opened]');
  every(document.body, e => {
    if (['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT'].includes(e.tagName) || e instanceof SVGElement || !isShown(e)) return;
    const r = e.getBoundingClientRect();
    if ((r.right > width + 1 || r.left < -1) && !above(e, scrolls) && style(e).position !== 'fixed') wrong.push(`sticks out to ${Math.round(r.right)}: ${name(e)}`);
    if (scrolls(e) && e.scrollWidth > e.clientWidth + 1 && style(e).textOverflow === 'ellipsis' && e.innerText?.trim()) wrong.push(`cut off: ${name(e)}`);
    if (isPhone && e.matches('a[href], button, vaadin-button, summary, vaadin-details-summary, select, input:not([type=file])') && !isInline(e) && (!modal || modal.contains(e))) {
      const box = e.closest('vaadin-text-field, vaadin-password-field, vaadin-text-area, vaadin-date-picker, vaadin-time-picker, vaadin-integer-field, vaadin-big-decimal-field, vaadin-combo-box, vaadin-checkbox, vaadin-radio-button, vaadin-select, .jx-p-track') ?? e;
      const b = box.getBoundingClientRect();
      if (b.height < THUMB - 0.5 || b.width < THUMB - 4.5) wrong.push(`small for a thumb, ${Math.round(b.width)} × ${Math.round(b.height)}: ${name(e)}`);
    }
    const lang = e.closest('[lang]')?.lang ?? above(e, up => up.lang)?.lang ?? document.documentElement.lang;
    for (const node of e.childNodes) if (node.nodeType === Node.TEXT_NODE && node.data.trim()) texts.push({ text: node.data.trim(), lang });
    for (const key of ['aria-label', 'placeholder', 'title', 'alt']) if (e.getAttribute(key)?.trim()) texts.push({ text: e.getAttribute(key).trim(), lang });
  });
  texts.push({ text: document.title, lang: document.documentElement.lang });
  return { wrong: [...new Set(wrong)], texts };
}
