const UNATTENDED_AFTER_MS = 60_000;
const touches = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

let touchedAt = Date.now();
for (const touch of touches) {
  addEventListener(touch, () => (touchedAt = Date.now()), { capture: true, passive: true });
}

/** Whether nobody has touched the page for a minute: what it asks for by itself is then no use of the session. */
export function isUnattended(): boolean {
  return Date.now() - touchedAt > UNATTENDED_AFTER_MS;
}
