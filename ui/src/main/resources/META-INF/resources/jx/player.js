/*
 * <jx-player>: plays a lesson and tells the learning service what was really played.
 *
 * The page behind it (Java) answers the event "jx-wants-stream" by calling open(config). From then on the player talks to /study by its grant alone, so it
 * goes on when the web session is gone. What was played is kept as numbered intervals until the service says they are on disk; a beat repeats everything
 * after that number, so a lost beat loses nothing. Limits: 200 intervals a beat, 2,000 kept.
 */
(() => {
  'use strict';

  const MOST_IN_A_BEAT = 200;
  const MOST_KEPT = 2000;
  const RENEW_URLS_MILLIS = 4 * 60 * 1000;
  const STEP_SECONDS = 5;
  const RATES = [0.5, 0.75, 1, 1.25, 1.5, 2];

  const icon = path => `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">${path}</svg>`;
  const ICONS = {
    play: icon('<path d="M7 4.500v15l12-7.500z" fill="currentColor"/>'),
    pause: icon('<path d="M8 5v14M16 5v14" stroke-width="3.4"/>'),
    captions: icon('<rect x="3" y="5" width="18" height="14" rx="2.500"/><path d="M10.500 10.300a2 2 0 1 0 0 3.400M17 10.300a2 2 0 1 0 0 3.400"/>'),
    sound: icon('<path d="M4 9.500v5h3.500l5 4v-13l-5 4z"/><path d="M16 9a4.200 4.200 0 0 1 0 6M18.500 6.500a8 8 0 0 1 0 11"/>'),
    muted: icon('<path d="M4 9.500v5h3.500l5 4v-13l-5 4z"/><path d="m16.500 9.500 5 5M21.500 9.500l-5 5"/>'),
    full: icon('<path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5"/>'),
  };

  const clock = seconds => {
    const s = Math.max(0, Math.floor(seconds || 0));
    const mm = Math.floor(s % 3600 / 60), ss = String(s % 60).padStart(2, '0');
    return s >= 3600 ? `${Math.floor(s / 3600)}:${String(mm).padStart(2, '0')}:${ss}` : `${mm}:${ss}`;
  };
  const remembered = (key, fallback) => { try { return localStorage.getItem(key) ?? fallback; } catch { return fallback; } };
  const remember = (key, value) => { try { localStorage.setItem(key, value); } catch { /* a private window remembers nothing */ } };

  /** What was played and is not yet known to be on disk. */
  class Played {
    constructor(storeKey) { this.storeKey = storeKey; this.kept = []; this.next = 1; this.open = null; this.lastEnd = null; }

    at(time, rate) {
      if (this.open && time >= this.open.to && time - this.open.to < 1.2 * rate + 0.6) { this.open.to = time; return; }
      this.close();
      // A stretch that goes on where the last one ended begins on the whole second, so that no second falls between two.
      const goesOn = this.lastEnd !== null && Math.abs(time - this.lastEnd) < 0.75;
      this.open = { from: goesOn ? Math.floor(Math.min(time, this.lastEnd)) : time, to: time };
    }

    close(end) {
      if (!this.open) return;
      const to = end ?? this.open.to;
      // The service takes numbers without gaps: when no more can be kept, it is the newest that is let go.
      if (to - this.open.from >= 0.1 && this.kept.length < MOST_KEPT) this.kept.push({ n: this.next++, from: this.open.from, to });
      this.lastEnd = to;
      this.open = null;
    }

    /** Ends the open stretch for a beat; the next sample goes on from there. */
    cut() { if (this.open) this.close(); }

    durable(through) { this.kept = this.kept.filter(i => i.n > through); }

    /** Under a new stream the numbers begin again. */
    renumber() { this.next = 1; this.kept.forEach(i => { i.n = this.next++; }); }

    save(streamId, grant) {
      try {
        if (this.kept.length) sessionStorage.setItem(this.storeKey, JSON.stringify({ streamId, grant, kept: this.kept }));
        else sessionStorage.removeItem(this.storeKey);
      } catch { /* a full or closed store: what is in memory stays */ }
    }

    static left(storeKey) {
      try { return JSON.parse(sessionStorage.getItem(storeKey)); } catch { return null; }
    }
  }

  class JxPlayer extends HTMLElement {
    connectedCallback() {
      this.texts = JSON.parse(this.getAttribute('texts') || '{}');
      this.covered = []; this.config = null; this.taken = false;
      if (!this.video) this.build();
      this.played = new Played('jx-played:' + this.getAttribute('lesson'));
      this.listen();
      this.sendLeftOver().finally(() => this.wantStream('open'));
    }

    disconnectedCallback() {
      this.lastBeat();
      clearInterval(this.beatTimer); clearInterval(this.urlTimer); clearTimeout(this.renewTimer);
      this.stops.forEach(stop => stop());
      this.hls?.destroy(); this.hls = null;
      this.video.removeAttribute('src'); this.video.load();
    }

    t(key, ...values) { return (this.texts[key] ?? key).replace(/\{(\d)\}/g, (_, i) => values[i]); }

    wantStream(why) { this.dispatchEvent(new CustomEvent('jx-wants-stream', { detail: { why } })); }

    // ── the stage ──

    build() {
      const x = (tag, className, html) => { const e = document.createElement(tag); if (className) e.className = className; if (html) e.innerHTML = html; return e; };
      const button = (name, icon) => { const b = x('button', 'jx-p-button', ICONS[icon]); b.type = 'button'; b.setAttribute('aria-label', this.t(name)); b.title = this.t(name); return b; };
      this.stage = x('div', 'jx-p-stage');
      this.video = x('video'); this.video.playsInline = true; this.video.preload = 'metadata';
      this.video.setAttribute('aria-label', this.getAttribute('name') || '');
      const poster = this.getAttribute('poster'); if (poster) this.video.poster = poster;
      this.bigPlay = x('button', 'jx-p-big', ICONS.play); this.bigPlay.type = 'button'; this.bigPlay.setAttribute('aria-label', this.t('play'));
      this.notice = x('div', 'jx-p-notice'); this.notice.setAttribute('role', 'status'); this.notice.hidden = true;
      this.bar = x('div', 'jx-p-bar');
      this.track = x('div', 'jx-p-track');
      this.spans = x('div', 'jx-p-spans');
      this.seek = x('input'); Object.assign(this.seek, { type: 'range', min: 0, max: 1, step: 1, value: 0 }); this.seek.setAttribute('aria-label', this.t('position'));
      this.track.append(this.spans, this.seek);
      this.playButton = button('play', 'play'); this.time = x('span', 'jx-p-time', '0:00 / 0:00');
      this.captionsButton = button('captions', 'captions'); this.captionsButton.hidden = true; this.captionsButton.setAttribute('aria-pressed', 'false');
      this.rate = x('select', 'jx-p-rate'); this.rate.setAttribute('aria-label', this.t('speed')); this.rate.title = this.t('speed');
      RATES.forEach(r => this.rate.add(new Option(r + '×', r, r === 1, r === 1)));
      this.muteButton = button('mute', 'sound'); this.fullButton = button('full', 'full');
      const row = x('div', 'jx-p-row'); row.append(this.playButton, this.time, x('span', 'jx-p-gap'), this.captionsButton, this.rate, this.muteButton, this.fullButton);
      this.bar.append(this.track, row);
      this.stage.append(this.video, this.bigPlay, this.notice, this.bar);
      this.count = x('div', 'jx-p-count');
      this.countText = x('p'); this.countText.setAttribute('role', 'status');
      this.whyText = x('p', 'jx-quiet'); this.whyText.hidden = true;
      const legend = x('p', 'jx-p-legend'); legend.append(x('i', 'jx-p-seen'), this.t('legend'));
      this.count.append(this.countText, this.whyText, legend);
      this.append(this.stage, this.count);
    }

    listen() {
      const stops = this.stops = [];
      const on = (target, type, act) => { target.addEventListener(type, act); stops.push(() => target.removeEventListener(type, act)); };
      const v = this.video;
      on(v, 'timeupdate', () => { if (!v.paused && !v.seeking) this.played.at(v.currentTime, v.playbackRate); this.showTime(); });
      on(v, 'seeking', () => this.played.close());
      on(v, 'pause', () => { this.played.close(); this.showPlaying(); if (!this.taken) this.beat(); });
      on(v, 'play', () => { if (this.taken) { v.pause(); return; } this.showPlaying(); });
      on(v, 'ended', () => { this.played.close(Math.ceil(v.duration - 0.001)); this.beat(); });
      on(v, 'durationchange', () => { this.seek.max = Math.floor(v.duration) || 1; this.showTime(); this.showCovered(); });
      on(v, 'ratechange', () => { this.rate.value = String(v.playbackRate); });
      on(v, 'volumechange', () => { this.muteButton.innerHTML = v.muted ? ICONS.muted : ICONS.sound; });
      on(v, 'click', () => this.toggle());
      on(this.bigPlay, 'click', () => this.toggle());
      on(this.playButton, 'click', () => this.toggle());
      on(this.seek, 'input', () => { v.currentTime = Number(this.seek.value); });
      on(this.captionsButton, 'click', () => this.toggleCaptions());
      on(this.rate, 'change', () => this.setRate(Number(this.rate.value)));
      on(this.muteButton, 'click', () => { v.muted = !v.muted; });
      on(this.fullButton, 'click', () => this.toggleFull());
      on(document, 'keydown', e => this.key(e));
      on(window, 'pagehide', () => this.lastBeat());
      on(document, 'visibilitychange', () => { if (document.hidden) this.lastBeat(); });
      on(window, 'online', () => this.beat());
    }

    toggle() { if (this.video.paused) this.video.play().catch(() => {}); else this.video.pause(); }

    setRate(rate) { const r = Math.min(2, Math.max(0.5, rate)); this.video.playbackRate = r; remember('jx-rate', r); }

    toggleFull() {
      if (document.fullscreenElement) document.exitFullscreen();
      else if (this.stage.requestFullscreen) this.stage.requestFullscreen().catch(() => {});
      else this.video.webkitEnterFullscreen?.();
    }

    key(e) {
      if (e.ctrlKey || e.metaKey || e.altKey || !this.config) return;
      const at = e.composedPath()[0];
      const typing = at.matches?.('input:not([type=range]), textarea, select, [contenteditable]');
      const pressing = at.matches?.('button, a, summary, [role=button]');
      if (typing) return;
      const v = this.video, move = by => { v.currentTime = Math.min(v.duration || 0, Math.max(0, v.currentTime + by)); };
      const acts = {
        ' ': () => this.toggle(), k: () => this.toggle(), c: () => this.toggleCaptions(), f: () => this.toggleFull(), m: () => { v.muted = !v.muted; },
        ArrowLeft: () => move(-STEP_SECONDS), ArrowRight: () => move(STEP_SECONDS),
        '<': () => this.nextRate(-1), '>': () => this.nextRate(1), ',': () => this.nextRate(-1), '.': () => this.nextRate(1),
      };
      if (e.key === ' ' && pressing) return;
      const act = acts[e.key.length === 1 ? e.key.toLowerCase() : e.key];
      if (act) { act(); e.preventDefault(); }
    }

    nextRate(step) {
      const at = RATES.findIndex(r => r >= this.video.playbackRate - 0.01);
      this.setRate(RATES[Math.min(RATES.length - 1, Math.max(0, at + step))]);
    }

    showPlaying() {
      const paused = this.video.paused;
      this.playButton.innerHTML = paused ? ICONS.play : ICONS.pause;
      this.playButton.setAttribute('aria-label', this.t(paused ? 'play' : 'pause')); this.playButton.title = this.t(paused ? 'play' : 'pause');
      this.bigPlay.hidden = !paused || !this.notice.hidden;
      this.stage.toggleAttribute('data-playing', !paused);
    }

    showTime() {
      const v = this.video, text = `${clock(v.currentTime)} / ${clock(v.duration)}`;
      this.time.textContent = text;
      this.seek.value = Math.floor(v.currentTime); this.seek.setAttribute('aria-valuetext', text);
      this.track.style.setProperty('--at', (v.duration ? v.currentTime / v.duration * 100 : 0) + '%');
    }

    showCovered() {
      const d = this.video.duration || this.config?.durationSeconds || 0;
      this.spans.replaceChildren(...(d ? this.covered : []).map(s => {
        const i = document.createElement('i'); i.style.left = s.from / d * 100 + '%'; i.style.width = Math.max(0.3, (s.to - s.from) / d * 100) + '%'; return i;
      }));
    }

    showCount(reply) {
      const seen = clock(reply.coveredSeconds), needed = clock(reply.neededSeconds), study = clock(reply.studySeconds);
      this.countText.textContent = reply.lessonComplete ? this.t('complete', seen, study) : this.t('counted', seen, needed, study);
      this.count.toggleAttribute('data-complete', !!reply.lessonComplete);
      const why = reply.notCountedSeconds > 0 && reply.why ? this.t('why.' + reply.why, reply.notCountedSeconds) : '';
      this.whyText.textContent = why; this.whyText.hidden = !why;
    }

    /** A message over the picture, with at most one thing to do. */
    tell(text, action, act) {
      this.notice.replaceChildren();
      this.notice.hidden = !text;
      if (text) {
        const p = document.createElement('p'); p.textContent = text; this.notice.append(p);
        if (action) { const b = document.createElement('button'); b.type = 'button'; b.className = 'jx-p-action'; b.textContent = action; b.onclick = act; this.notice.append(b); }
      }
      this.showPlaying();
    }

    // ── the stream ──

    /** Called by the page with a fresh grant. */
    open(config) {
      const goOnPlaying = this.continueHere; this.continueHere = false;
      this.config = config; this.taken = false;
      this.covered = config.covered; this.played.cut(); this.played.renumber();
      this.tell('');
      this.showCount(config); this.showCovered();
      this.load(config.resumeAtSeconds, goOnPlaying);
      clearInterval(this.beatTimer); this.beatTimer = setInterval(() => { if (!this.video.paused || this.played.kept.length) this.beat(); }, config.beatSeconds * 1000);
      clearInterval(this.urlTimer); this.urlTimer = setInterval(() => this.freshUrls(), RENEW_URLS_MILLIS);
      this.planRenewal(config.expiresAt);
    }

    load(at, play) {
      const v = this.video, start = at;
      this.hls?.destroy(); this.hls = null;
      if (window.Hls?.isSupported()) {
        const hls = this.hls = new Hls({ startPosition: start > 0 ? start : -1, maxBufferLength: 30, xhrSetup: (xhr, url) => this.sign(xhr, url), renderTextTracksNatively: true });
        hls.on(Hls.Events.ERROR, (_, data) => this.playbackError(data));
        hls.on(Hls.Events.MANIFEST_PARSED, () => { this.setRate(Number(remembered('jx-rate', 1))); if (play) v.play().catch(() => {}); });
        hls.on(Hls.Events.SUBTITLE_TRACKS_UPDATED, () => this.captionsFound(hls.subtitleTracks.length > 0));
        hls.loadSource(this.config.playlistPath); hls.attachMedia(v);
        setTimeout(() => { if (this.hls === hls && !hls.subtitleTracks.length) this.sideCaptions(); }, 2500);
      } else {
        v.src = this.config.playlistPath + (this.config.playlistPath.includes('?') ? '&' : '?') + 'grant=' + encodeURIComponent(this.config.grant);
        v.addEventListener('loadedmetadata', () => { if (start > 0) v.currentTime = start; this.setRate(Number(remembered('jx-rate', 1))); this.captionsFound(v.textTracks.length > 0); if (play) v.play().catch(() => {}); }, { once: true });
      }
    }

    /** Our own addresses take the grant; the store's are signed already. */
    sign(xhr, url) {
      if (new URL(url, location.href).origin === location.origin) xhr.setRequestHeader('Authorization', 'Bearer ' + this.config.grant);
    }

    playbackError(data) {
      if (data.response?.code === 403 && data.frag) { this.freshUrls(); return; }
      if (data.response?.code === 401) { this.renew().then(ok => { if (ok) this.load(this.video.currentTime, !this.video.paused); }); return; }
      if (!data.fatal) return;
      if (data.type === Hls.ErrorTypes.MEDIA_ERROR) { this.hls.recoverMediaError(); return; }
      this.tell(this.t('cannotPlay'), this.t('again'), () => { this.tell(''); this.load(this.video.currentTime || this.config.resumeAtSeconds, true); });
    }

    /** The store's addresses live for minutes: puts fresh ones in place while it plays. */
    async freshUrls() {
      if (!this.hls || this.refreshing) return;
      this.refreshing = true;
      try {
        const lists = [...this.hls.levels, ...this.hls.audioTracks].filter(l => l.details);
        await Promise.all(lists.map(l => this.freshList(l.details)));
        this.hls.startLoad(this.video.currentTime);
      } catch { /* the link is gone: the next error or tick tries again */ } finally { this.refreshing = false; }
    }

    async freshList(details) {
      const answer = await fetch(details.url, { headers: { Authorization: 'Bearer ' + this.config.grant } });
      if (!answer.ok) return;
      const lines = (await answer.text()).split('\n').map(l => l.trim());
      const urls = lines.filter(l => l && !l.startsWith('#'));
      details.fragments.forEach((f, i) => { if (urls[i]) { f.relurl = urls[i]; f.url = new URL(urls[i], details.url).href; } });
      const map = lines.find(l => l.startsWith('#EXT-X-MAP'))?.match(/URI="([^"]+)"/)?.[1];
      if (map) details.fragments.forEach(f => { if (f.initSegment) { f.initSegment.relurl = map; f.initSegment.url = new URL(map, details.url).href; } });
    }

    // ── captions ──

    captionsFound(any) {
      if (!any) return;
      this.captionsButton.hidden = false;
      this.showCaptions(remembered('jx-captions', 'on') === 'on');
    }

    async sideCaptions() {
      let found = false;
      for (const lang of this.config.captionLanguages) {
        try {
          const answer = await fetch(`/media/${this.config.mediaId}/captions/${lang}.vtt`, { headers: { Authorization: 'Bearer ' + this.config.grant } });
          if (!answer.ok) continue;
          const track = document.createElement('track');
          Object.assign(track, { kind: 'captions', srclang: lang, label: lang === 'zh' ? '中文' : 'English', src: URL.createObjectURL(new Blob([await answer.text()], { type: 'text/vtt' })) });
          track.onload = () => this.liftCues(track.track);
          this.video.append(track);
          found = true;
        } catch { /* no captions in this language */ }
      }
      // The browser picks tracks by itself once, after they were added: the reader's choice comes after that.
      if (found) setTimeout(() => this.captionsFound(true), 100);
    }

    /** Above the control bar. */
    liftCues(track) { for (const cue of track.cues ?? []) { cue.snapToLines = false; cue.line = 76; } }

    toggleCaptions() {
      if (this.captionsButton.hidden) return;
      const on = this.captionsButton.getAttribute('aria-pressed') !== 'true';
      remember('jx-captions', on ? 'on' : 'off'); this.showCaptions(on);
    }

    showCaptions(on) {
      this.captionsButton.setAttribute('aria-pressed', String(on));
      const lang = document.documentElement.lang.slice(0, 2);
      if (this.hls?.subtitleTracks.length) {
        const own = this.hls.subtitleTracks.findIndex(s => (s.lang || '').startsWith(lang));
        this.hls.subtitleDisplay = on; this.hls.subtitleTrack = on ? Math.max(0, own) : -1;
        [...this.video.textTracks].forEach(s => { s.oncuechange = () => this.liftCues(s); });
        return;
      }
      const tracks = [...this.video.textTracks], own = tracks.find(s => s.language.startsWith(lang)) ?? tracks[0];
      tracks.forEach(s => { s.mode = on && s === own ? 'showing' : 'disabled'; });
    }

    // ── beats ──

    body() { return { streamId: this.config.streamId, position: this.video.currentTime || 0, intervals: this.played.kept.slice(0, MOST_IN_A_BEAT) }; }

    post(path, body, grant, keepalive) {
      return fetch(path, { method: 'POST', keepalive: !!keepalive, headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ' + grant }, body: JSON.stringify(body) });
    }

    async beat() {
      if (!this.config || this.taken) return;
      this.played.cut();
      if (!this.played.kept.length) return;
      if (this.beating) { this.beatAgain = true; return; }
      this.beating = true;
      const stream = this.config.streamId;
      try {
        const answer = await this.post('/study/beats', this.body(), this.config.grant);
        if (answer.ok) { const reply = await answer.json(); if (this.config.streamId === stream) this.heard(reply); }
        else if (answer.status === 401 && await this.renew()) this.beatAgain = true;
        this.offline(false);
      } catch { this.offline(true); } finally {
        this.beating = false;
        this.played.save(this.config.streamId, this.config.grant);
      }
      if (this.beatAgain) { this.beatAgain = false; if (!this.taken) this.beat(); }
    }

    heard(reply) {
      this.played.durable(reply.durableThrough);
      this.covered = reply.covered;
      this.showCovered(); this.showCount(reply);
      if (reply.state === 'TAKEN_OVER') { this.takenOver(); return; }
      if (this.played.kept.length >= MOST_IN_A_BEAT) this.beatAgain = true;
      if (reply.lessonComplete && !this.completeTold) {
        this.completeTold = true;
        this.dispatchEvent(new CustomEvent('jx-complete', { detail: { course: reply.courseComplete } }));
      } else if (reply.courseComplete && !this.courseTold) {
        this.courseTold = true;
        this.dispatchEvent(new CustomEvent('jx-complete', { detail: { course: true } }));
      }
    }

    /** The grant is not renewed because another page counts now. What was played here since goes on record as not counted; the answer to it stops the page. */
    lostToAnother() {
      this.played.cut();
      if (this.played.kept.length) this.beat(); else this.takenOver();
    }

    takenOver() {
      this.taken = true; clearTimeout(this.renewTimer); this.video.pause();
      this.tell(this.t('takenOver'), this.t('continueHere'), () => { this.continueHere = true; this.wantStream('continue'); });
    }

    offline(is) {
      if (is === this.isOffline) return;
      this.isOffline = is;
      this.whyText.textContent = is ? this.t('offline') : ''; this.whyText.hidden = !is;
    }

    /** The page is going: whatever is not on disk goes along, and is also kept for the next page of this tab. */
    lastBeat() {
      if (!this.config || this.taken) return;
      this.played.cut();
      this.played.save(this.config.streamId, this.config.grant);
      if (this.played.kept.length) this.post('/study/beats', this.body(), this.config.grant, true).then(r => r.ok ? r.json() : null).then(r => { if (r) { this.heard(r); this.played.save(this.config.streamId, this.config.grant); } }).catch(() => {});
    }

    async sendLeftOver() {
      const left = Played.left(this.played.storeKey);
      if (!left?.kept?.length) return;
      try {
        const answer = await this.post('/study/beats', { streamId: left.streamId, position: left.kept.at(-1).to, intervals: left.kept.slice(0, MOST_IN_A_BEAT) }, left.grant);
        if (answer.ok) { const reply = await answer.json(); left.kept = left.kept.filter(i => i.n > reply.durableThrough); }
      } catch { /* goes with the new stream instead */ }
      this.played.kept = left.kept; this.played.next = (left.kept.at(-1)?.n ?? 0) + 1;
    }

    // ── the grant ──

    planRenewal(expiresAt) {
      clearTimeout(this.renewTimer);
      const left = Date.parse(expiresAt) - Date.now();
      this.renewTimer = setTimeout(() => this.renew(), Math.max(5000, Math.min(left - 60000, left * 0.8)));
    }

    /** True when a new grant is in place. One at a time; when the grant is past renewing, the page is asked for a new stream. */
    renew() {
      this.renewing ??= this.renewOnce().finally(() => { this.renewing = null; });
      return this.renewing;
    }

    async renewOnce() {
      try {
        const answer = await this.post('/study/grants/renewals', {}, this.config.grant);
        if (answer.ok) { const fresh = await answer.json(); this.config.grant = fresh.grant; this.planRenewal(fresh.expiresAt); return true; }
        if (answer.status === 409) { this.lostToAnother(); return false; }
        if (answer.status === 401 || answer.status === 403 || answer.status === 404) { this.continueHere = !this.video.paused; this.wantStream('expired'); return false; }
      } catch { /* no link */ }
      clearTimeout(this.renewTimer); this.renewTimer = setTimeout(() => this.renew(), 15000);
      return false;
    }
  }

  customElements.define('jx-player', JxPlayer);
})();
