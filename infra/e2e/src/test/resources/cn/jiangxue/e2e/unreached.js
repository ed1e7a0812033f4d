/* What can be used but was not come by with the Tab key: see focus.js, which leaves its mark. */
() => {
  'use strict';
  const fields = 'vaadin-text-field, vaadin-password-field, vaadin-text-area, vaadin-date-picker, vaadin-time-picker, vaadin-integer-field, vaadin-combo-box, vaadin-select, vaadin-checkbox, vaadin-radio-group';
  return [...document.querySelectorAll('a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]')]
    .filter(e => e.tabIndex >= 0 && e.checkVisibility({ checkVisibilityCSS: true }) && e.getBoundingClientRect().width > 1 && !e.closest('[inert], [disabled]'))
    .filter(e => !('jxVisited' in e.dataset) && !e.querySelector('[data-jx-visited]') && !e.closest('[data-jx-visited]') && !e.closest(fields)?.querySelector('[data-jx-visited]'))
    .map(e => 'out of reach of the keyboard: ' + e.localName + ' "' + (e.innerText || e.getAttribute('aria-label') || e.id || '').trim().slice(0, 40) + '"');
}
