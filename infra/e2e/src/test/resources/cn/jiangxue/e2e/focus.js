/*
 * Where the keyboard is, as {key, shown, name}: key is the same for the same place, shown tells whether one can see that it is there. Null at the ends of the page.
 */
async () => {
  'use strict';
  await new Promise(requestAnimationFrame);
  await Promise.allSettled(document.getAnimations().filter(a => a.effect.getTiming().iterations !== Infinity).map(a => a.finished));
  let e = document.activeElement;
  while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  const drawn = s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none';
  const marks = up => {
    if (drawn(getComputedStyle(up))) return true;
    return [...(up.shadowRoot?.querySelectorAll('[part]') ?? [])].some(part => drawn(getComputedStyle(part)));
  };
  let shown = false;
  for (let up = e, steps = 0; up && steps < 4; up = up.assignedSlot ?? up.parentElement ?? up.getRootNode().host, steps++) {
    if (up.localName === 'main' || up === document.body) break;
    if (marks(up)) { shown = true; break; }
  }
  const field = e.closest('vaadin-text-field, vaadin-password-field, vaadin-text-area, vaadin-date-picker, vaadin-time-picker, vaadin-integer-field, vaadin-combo-box, vaadin-select, vaadin-checkbox, vaadin-radio-button') ?? e;
  window.jxPlaces ??= new Map();
  if (!window.jxPlaces.has(e)) window.jxPlaces.set(e, window.jxPlaces.size);
  e.dataset.jxVisited = '';
  field.dataset.jxVisited = '';
  return { key: window.jxPlaces.get(e), shown, name: e.localName + ' "' + (e.innerText || e.getAttribute('aria-label') || e.id || '').trim().slice(0, 40) + '"' };
}
