import { onScopeDispose, type Ref, ref, type ShallowRef, shallowRef } from 'vue';

/** How long clear values stay on a screen that nobody asks to keep. */
const SECONDS = 60;

/** What a slot is given: the clear values while they are shown. */
export interface MaybeShown<T> {
  readonly shown: T | null;
}

interface InClear<T> {
  readonly shown: ShallowRef<T | null>;
  /** Until they are masked again. */
  readonly secondsLeft: Ref<number>;
  readonly show: (values: T) => void;
  readonly keep: () => void;
  readonly hide: () => void;
}

/** Clear values for a while: gone when the time is over, when the page is left or put out of sight. */
export function useInClear<T>(): InClear<T> {
  const shown: ShallowRef<T | null> = shallowRef(null);
  const secondsLeft = ref(0);
  const tick = setInterval(() => {
    if (shown.value === null) return;
    secondsLeft.value -= 1;
    if (secondsLeft.value <= 0) hide();
  }, 1_000);
  function hide(): void {
    shown.value = null;
  }
  function keep(): void {
    secondsLeft.value = SECONDS;
  }
  const outOfSight = (): void => {
    if (document.visibilityState === 'hidden') hide();
  };
  document.addEventListener('visibilitychange', outOfSight);
  window.addEventListener('pagehide', hide);
  onScopeDispose(() => {
    clearInterval(tick);
    document.removeEventListener('visibilitychange', outOfSight);
    window.removeEventListener('pagehide', hide);
    hide();
  });
  return {
    shown,
    secondsLeft,
    show(values) {
      shown.value = values;
      keep();
    },
    keep,
    hide,
  };
}
