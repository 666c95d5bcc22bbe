declare module '*.vue' {
  import type { DefineComponent } from 'vue';
  const component: DefineComponent<object, object, unknown>;
  // eslint-disable-next-line no-restricted-syntax -- what the compiler of screens exports
  export default component;
}

declare module '*.css';
