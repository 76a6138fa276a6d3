// Suggestions under the search field: a combobox with a list, by the ARIA pattern.

import { make } from "./search_results.js";

const KIND_NAMES = { city: "城市", county: "区县", topic: "主题", newspaper: "报纸", person: "人名", keyword: "关键词" };

export class Suggestions {
  #field;
  #list;
  #take;
  #active = -1;

  /** `take(text)` is called with the suggestion the reader chose. */
  constructor(field, take) {
    this.#field = field;
    this.#take = take;
    this.#list = make("ul", { id: `${field.id}-suggestions`, className: "suggestions", role: "listbox", hidden: true });
    this.#list.setAttribute("aria-label", "建议");
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.#list.id);
    field.setAttribute("aria-expanded", "false");
    field.after(this.#list);
    field.addEventListener("blur", () => this.close());
    this.#list.addEventListener("pointerdown", (event) => this.#choose(event));
  }

  get isOpen() {
    return !this.#list.hidden;
  }

  show(suggestions) {
    this.#active = -1;
    this.#field.removeAttribute("aria-activedescendant");
    this.#list.replaceChildren(...suggestions.map((suggestion, position) => this.#makeOption(suggestion, position)));
    this.#setOpen(suggestions.length > 0 && document.activeElement === this.#field);
  }

  close() {
    this.#setOpen(false);
  }

  /** Move the choice down or up; the field itself lies between the last and the first. */
  move(step) {
    const { children } = this.#list;
    this.#active = ((this.#active + 1 + step + children.length + 1) % (children.length + 1)) - 1;
    for (const [position, option] of [...children].entries()) option.setAttribute("aria-selected", String(position === this.#active));
    if (this.#active < 0) this.#field.removeAttribute("aria-activedescendant");
    else this.#field.setAttribute("aria-activedescendant", children[this.#active].id);
  }

  /** Take the suggestion that is chosen; false when there is none. */
  takeActive() {
    const option = this.isOpen && this.#list.children[this.#active];
    if (!option) return false;
    this.close();
    this.#take(option.dataset.text);
    return true;
  }

  #makeOption({ text, kind }, position) {
    const option = make("li", { id: `${this.#list.id}-${position}`, role: "option" }, text, " ", make("small", {}, KIND_NAMES[kind] ?? ""));
    option.dataset.text = text;
    option.setAttribute("aria-selected", "false");
    return option;
  }

  #choose(event) {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    event.preventDefault();
    this.close();
    this.#take(option.dataset.text);
  }

  #setOpen(isOpen) {
    this.#list.hidden = !isOpen;
    this.#field.setAttribute("aria-expanded", String(isOpen));
  }
}
