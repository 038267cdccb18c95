// Runs before the first paint, so that nobody sees a flash of the other theme. The rules are those of
// client/primitives/theme.ts; this file stands alone because the content security policy allows no inline script.
(() => {
  const read = (/** @type {string} */ key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const choice = read('nghi-truong.theme');
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const page = /\/(room|kiosk|screen)\/?$/.test(location.pathname) ? 'dark' : 'light';
  const chosen = choice === 'system' ? system : choice;
  const root = document.documentElement;
  root.dataset.theme = chosen === 'light' || chosen === 'dark' ? chosen : page;
  root.lang = read('nghi-truong.language') === 'en' ? 'en' : 'vi';
})();
