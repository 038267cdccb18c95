// Runs before the first paint, so that nobody sees a flash of the other theme. The rules are those of
// client/primitives/theme.ts; this file stands alone because the content security policy allows no inline script.
{
  /** @type {string | null} */
  let choice = null;
  /** @type {string | null} */
  let language = null;
  try {
    choice = localStorage.getItem('nghi-truong.theme');
    language = localStorage.getItem('nghi-truong.language');
  } catch {
    // A browser that keeps nothing gets what suits the page.
  }
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const page = /\/(room|kiosk|screen)\/?$/.test(location.pathname) ? 'dark' : 'light';
  const chosen = choice === 'system' ? system : choice;
  const root = document.documentElement;
  root.dataset.theme = chosen === 'light' || chosen === 'dark' ? chosen : page;
  root.lang = language === 'en' ? 'en' : 'vi';
}
