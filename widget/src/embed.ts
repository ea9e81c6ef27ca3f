import { mount } from './mount.ts';

const script = document.currentScript as HTMLScriptElement | null;
if (script?.dataset['form']) {
  if (document.body) {
    mount(script);
  } else {
    addEventListener('DOMContentLoaded', () => mount(script));
  }
}
