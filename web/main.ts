import { createApp } from 'vue';
import App from './App.vue';
import { awaitReturn, recogniseVisitor } from './client/visitor';
import { i18n, locale, speak } from './language';
import { listenAlways } from './live';
import './look/elements';
import { applyLook } from './look/look';
import { createScreens } from './screens';
import { learnWords } from './vocabulary';

/** Shows the first screen once it is known who looks and what everything is called; without either it says why. */
async function main(): Promise<void> {
  applyLook();
  speak(locale.value);
  await Promise.allSettled([recogniseVisitor(), learnWords()]);
  listenAlways();
  awaitReturn();
  createApp(App).use(i18n).use(createScreens()).mount('#app');
}

void main();
