import { ref } from 'vue';

/** Whether this machine has a network at all. */
export const online = ref(navigator.onLine);

for (const event of ['online', 'offline'])
  window.addEventListener(event, () => (online.value = navigator.onLine));
