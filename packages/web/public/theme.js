// Applies the chosen look before the first paint. A file of its own, since the pages' policy allows no inline script.
{
  const theme = localStorage.getItem('warder.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
}
