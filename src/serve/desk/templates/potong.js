// The photo of a person is cropped to 3 by 4 before it is sent, where whoever chose it wants to: else the site crops it around its middle.
(() => {
  "use strict";
  const words = document.getElementById("formulir")?.dataset;
  if (!words) return;
  const WIDEST = 1200;

  const range = (box, label) => {
    const input = Object.assign(document.createElement("input"), { type: "range", min: 0, max: 100, value: 50 });
    const name = Object.assign(document.createElement("label"), { textContent: label });
    name.append(input);
    box.append(name);
    return input;
  };

  const cropper = async (input) => {
    input.parentElement.querySelector(".potong")?.remove();
    const file = input.files[0];
    // What the browser cannot read the program refuses, with the reason.
    const picture = file && !input.dataset.dipotong ? await createImageBitmap(file).catch(() => null) : null;
    delete input.dataset.dipotong;
    if (!picture || input.files[0] !== file) return;
    const box = Object.assign(document.createElement("div"), { className: "potong" });
    const canvas = Object.assign(document.createElement("canvas"), { width: 240, height: 320 });
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", words.potong);
    box.append(canvas);
    const [across, down, zoom] = [words.mendatar, words.tegak, words.besar].map((label) => range(box, label));
    zoom.value = 0;
    const part = () => {
      const whole = Math.min(picture.width / 3, picture.height / 4) / (1 + Number(zoom.value) / 50);
      const [width, height] = [whole * 3, whole * 4];
      return [((picture.width - width) * across.value) / 100, ((picture.height - height) * down.value) / 100, width, height];
    };
    const draw = (target) => target.getContext("2d").drawImage(picture, ...part(), 0, 0, target.width, target.height);
    draw(canvas);
    box.addEventListener("input", (event) => (event.stopPropagation(), draw(canvas)));
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: words.potong });
    button.addEventListener("click", async () => {
      const width = Math.round(Math.min(part()[2], WIDEST));
      const out = Object.assign(document.createElement("canvas"), { width, height: Math.round((width * 4) / 3) });
      draw(out);
      const blob = await new Promise((done) => out.toBlob(done, "image/jpeg", 0.92));
      const chosen = new DataTransfer();
      chosen.items.add(new File([blob], file.name.replace(/\.[^.]*$/, "") + ".jpg", { type: "image/jpeg" }));
      input.files = chosen.files;
      input.dataset.dipotong = "ya";
      box.querySelectorAll("label, button").forEach((node) => node.remove());
      box.setAttribute("role", "status");
    });
    box.append(button);
    input.after(box);
  };

  document.querySelectorAll("input[data-potret]").forEach((input) => input.addEventListener("change", () => cropper(input)));
})();
