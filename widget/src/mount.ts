import { element } from './elements.ts';
import { formView } from './form-view.ts';
import { loadForm, type Place } from './server.ts';
import { style } from './style.data.ts';

const languageOf = (wanted: string | undefined): string => {
  const language = (wanted || document.documentElement.lang).slice(0, 2).toLowerCase();
  return language === 'ru' || language === 'en' ? language : '';
};

/** Puts the form, or the button that opens it, where the script stands. */
export function mount(script: HTMLScriptElement): ShadowRoot {
  const { form = '', lang, inline, button, theme } = script.dataset;
  const place: Place = {
    home: new URL('.', script.src).href,
    form,
    lang: languageOf(lang),
  };
  const host = document.createElement('otklik-form');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  followTheme(host, theme);
  if (inline === undefined) {
    document.body.append(host);
    openByButton(root, place, button);
  } else {
    script.after(host);
    void showInline(root, place);
  }
  return root;
}

function followTheme(host: HTMLElement, theme: string | undefined): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const look = () => host.toggleAttribute('data-dark', theme ? theme === 'dark' : dark.matches);
  dark.addEventListener('change', look);
  look();
}

/** Where nothing can be shown the site stays as it is: a form that is off leaves no hole. */
async function showInline(root: ShadowRoot, place: Place): Promise<void> {
  try {
    root.append(formView(place, await loadForm(place), null).node);
  } catch {
    addEventListener('online', () => void showInline(root, place), { once: true });
  }
}

const known = {
  ru: { open: 'Напишите нам', failed: 'Не\u00A0получилось открыть форму. Повторить?' },
  en: { open: 'Write to us', failed: 'The form could not be opened. Try again?' },
};

/** A modal dialog of the browser: it keeps the focus, Escape closes it, and the focus goes back to the button. */
function openByButton(root: ShadowRoot, place: Place, label: string | undefined): void {
  const words = known[(place.lang || languageOf(navigator.language)) === 'ru' ? 'ru' : 'en'];
  const opener = element(
    'button',
    { class: 'open all', type: 'button', 'aria-haspopup': 'dialog' },
    label || words.open,
  );
  const dialog = element('dialog', { 'aria-label': label || words.open });
  root.append(opener, dialog);
  let view: ReturnType<typeof formView> | undefined;
  dialog.addEventListener('click', (event) => {
    // Beside the card there is nothing but the dialog itself.
    if (event.target === dialog) {
      dialog.close();
    }
  });
  opener.addEventListener('click', () => {
    void (async () => {
      opener.setAttribute('aria-busy', 'true');
      try {
        if (!view) {
          view = formView(place, await loadForm(place), () => dialog.close());
          dialog.replaceChildren(view.node);
        }
        opener.textContent = label || words.open;
        dialog.showModal();
        view.focus();
      } catch {
        opener.textContent = words.failed;
      } finally {
        opener.removeAttribute('aria-busy');
      }
    })();
  });
}
