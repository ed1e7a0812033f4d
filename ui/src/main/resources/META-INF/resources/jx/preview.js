/*
 * <jx-preview>: plays a video for those who make the course, with the browser's own controls. Nothing that is played is counted.
 *
 * The page behind it (Java) answers the event "jx-wants-preview" by calling open(config): at the start, and before the grant runs out.
 */
(() => {
  'use strict';

  class JxPreview extends HTMLElement {
    connectedCallback() {
      if (!this.video) this.build();
      // The page may still be putting its listeners on.
      setTimeout(() => { if (this.isConnected) this.want(); });
    }

    disconnectedCallback() {
      clearTimeout(this.renewal);
      this.hls?.destroy(); this.hls = null; this.config = null;
      this.video.removeAttribute('src'); this.video.load();
    }

    build() {
      this.video = document.createElement('video');
      Object.assign(this.video, { controls: true, playsInline: true, preload: 'metadata', poster: this.getAttribute('poster') });
      this.video.setAttribute('aria-label', this.getAttribute('name') || '');
      this.problem = document.createElement('p'); this.problem.setAttribute('role', 'alert'); this.problem.hidden = true;
      this.append(this.video, this.problem);
    }

    want() { this.dispatchEvent(new CustomEvent('jx-wants-preview')); }

    /** Called by the page with a fresh grant. While it plays only the grant changes. */
    open(config) {
      const first = !this.config;
      this.config = config;
      clearTimeout(this.renewal);
      this.renewal = setTimeout(() => this.want(), Math.max(5000, (Date.parse(config.expiresAt) - Date.now()) * 0.8));
      if (first) this.load(0, false);
    }

    load(at, play) {
      const v = this.video;
      this.hls?.destroy(); this.hls = null;
      if (window.Hls?.isSupported()) {
        const hls = this.hls = new Hls({ startPosition: at > 0 ? at : -1, maxBufferLength: 10, xhrSetup: (xhr, url) => this.sign(xhr, url) });
        hls.on(Hls.Events.ERROR, (_, data) => this.failed(data));
        if (play) hls.on(Hls.Events.MANIFEST_PARSED, () => v.play().catch(() => {}));
        hls.loadSource(this.config.playlistPath); hls.attachMedia(v);
      } else {
        v.src = this.config.playlistPath + '?grant=' + encodeURIComponent(this.config.grant);
      }
    }

    /** Our own addresses take the grant; the store's are signed already. */
    sign(xhr, url) {
      if (new URL(url, location.href).origin === location.origin) xhr.setRequestHeader('Authorization', 'Bearer ' + this.config.grant);
    }

    /** The store's addresses live for minutes: with the playlist loaded anew it goes on where it was. */
    failed(data) {
      if (data.response?.code === 403 && data.frag) { this.load(this.video.currentTime, !this.video.paused); return; }
      if (!data.fatal) return;
      this.problem.textContent = this.getAttribute('cannot-play'); this.problem.hidden = false;
    }
  }

  customElements.define('jx-preview', JxPreview);
})();
