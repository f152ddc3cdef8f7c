/** The page's only script: searching stacks and copying commands. The page is complete without it. */
export const SCRIPT = `
for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    const said = button.textContent;
    button.textContent = 'copied';
    setTimeout(() => { button.textContent = said; }, 1200);
  });
}
const search = document.getElementById('stack-search');
if (search) {
  search.closest('p').hidden = false;
  const groups = [...document.querySelectorAll('[data-stack]')];
  const told = document.getElementById('stack-count');
  search.addEventListener('input', () => {
    const wanted = search.value.trim().toLowerCase();
    let shown = 0;
    for (const group of groups) {
      const hit = wanted === '' || group.textContent.toLowerCase().includes(wanted);
      group.hidden = !hit;
      if (hit) shown++;
    }
    told.textContent = wanted === '' ? '' : shown + ' of ' + groups.length + ' stacks';
  });
}
`;
