// Copy a text, or keep it as a file.

/** Copy the text and say so on the button for two seconds. */
export async function copyText(text, button) {
  await navigator.clipboard.writeText(text);
  const name = button.textContent;
  button.textContent = "已复制";
  setTimeout(() => { button.textContent = name; }, 2000);
}

function saveText(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Make a button that does something with itself at hand. */
export function makeButton(name, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = name;
  button.addEventListener("click", () => act(button));
  return button;
}

/** Put a copy button into the room after each text, and a download button where it names a file. */
export function offerCopies(elements) {
  for (const element of elements) {
    const text = element.textContent;
    const buttons = [makeButton("复制", (button) => copyText(text, button))];
    const { file } = element.dataset;
    if (file) buttons.push(makeButton("下载", () => saveText(text, file)));
    element.nextElementSibling.append(...buttons);
  }
}
