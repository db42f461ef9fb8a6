/** Dark, light or as the system says: chosen by `data-set-theme`, kept in a cookie that the server reads too. */

function mark(theme: string): void {
  for (const choice of document.querySelectorAll<HTMLElement>("[data-set-theme]")) {
    choice.setAttribute("aria-pressed", String(choice.dataset.setTheme === theme));
  }
}

export function watchTheme(): void {
  const root = document.documentElement;
  mark(root.dataset.theme ?? "auto");
  document.addEventListener("click", (event) => {
    const choice = event.target instanceof Element && event.target.closest<HTMLElement>("[data-set-theme]");
    if (!choice) return;
    event.preventDefault();
    const theme = choice.dataset.setTheme ?? "auto";
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
    document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=strict`;
    mark(theme);
  });
}
