import { computed, readonly, ref, watchEffect } from 'vue';
import { kept } from '../kept';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const theme = kept<Theme>('theme', 'auto', themes);
const print = kept('print', 'usual', ['usual', 'large']);

/** 适老化: everything a third larger. */
export const largePrint = computed({
  get: () => print.value === 'large',
  set: (large) => (print.value = large ? 'large' : 'usual'),
});

const darkNow = ref(false);
/** Whether the page is dark, chosen so or by the system. */
export const isDark = readonly(darkNow);

/** Keeps the page as the reader wants to see it. */
export function applyLook(): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    darkNow.value = theme.value === 'dark' || (theme.value === 'auto' && system.matches);
    document.documentElement.classList.toggle('dark', darkNow.value);
    document.documentElement.classList.toggle('large', largePrint.value);
  };
  system.addEventListener('change', apply);
  watchEffect(apply);
}
