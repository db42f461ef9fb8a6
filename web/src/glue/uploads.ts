/** Files on their way are seen: a bar in the form, for plain forms and for those of htmx. */
import { say, sayAnswer } from "../alert";
import { el } from "../dom";
import { token } from "../http";
import { pageWords, type Words } from "../words";
import { sent } from "./forms";

interface Progress {
  elt: HTMLElement;
  loaded: number;
  total: number;
  lengthComputable: boolean;
}

function bar(form: Element, words: Words): { bar: HTMLProgressElement; words: HTMLElement } {
  const known = form.querySelector<HTMLElement>(".upload-progress");
  const box = known ?? el("p", { class: "upload-progress", role: "status" });
  if (!known) {
    box.append(el("progress", { max: 1, "aria-label": words.uploading }), el("span"));
    form.append(box);
  }
  return { bar: box.querySelector("progress")!, words: box.querySelector("span")! };
}

function show(form: Element, words: Words, loaded: number, total: number): void {
  const shown = bar(form, words);
  shown.bar.value = total > 0 ? loaded / total : 0;
  const mb = (bytes: number): string => (bytes / 1e6).toFixed(1);
  shown.words.textContent = loaded < total ? `${words.uploading} ${mb(loaded)} / ${mb(total)} MB` : words.uploaded;
}

function upload(form: HTMLFormElement, words: Words, submitter: HTMLElement | null): void {
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("X-CSRF-Token", token());
  request.upload.onprogress = (event) => {
    if (event.lengthComputable) show(form, words, event.loaded, event.total);
  };
  const buttons = form.querySelectorAll<HTMLButtonElement>("button");
  const free = (): void => buttons.forEach((button) => (button.disabled = false));
  const data = new FormData(form, submitter);
  buttons.forEach((button) => (button.disabled = true));
  request.onload = () => {
    free();
    if (request.status === 401) location.assign("/login");
    else if (request.status < 400) {
      sent(form);
      location.assign(request.responseURL);
    } else {
      form.querySelector(".upload-progress")?.remove();
      void sayAnswer(request.responseText, request.getResponseHeader("Content-Type") ?? "");
    }
  };
  request.onerror = () => {
    free();
    form.querySelector(".upload-progress")?.remove();
    say(words.still_lost, "error");
  };
  request.send(data);
}

export function watchUploads(): void {
  document.addEventListener("htmx:xhr:progress", (event) => {
    const { elt, loaded, total, lengthComputable } = (event as CustomEvent<Progress>).detail;
    if (lengthComputable && elt.querySelector('input[type="file"]')) {
      void pageWords().then((words) => show(elt, words, loaded, total));
    }
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    (event as CustomEvent<{ elt: HTMLElement }>).detail.elt.querySelector(".upload-progress")?.remove();
  });
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const plain = form.enctype === "multipart/form-data" && !form.matches("[hx-post], [hx-put]");
    if (!plain || event.defaultPrevented || !form.querySelector('input[type="file"]')) return;
    event.preventDefault();
    void pageWords().then((words) => upload(form, words, event.submitter));
  });
}
