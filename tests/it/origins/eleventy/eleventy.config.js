module.exports = function (config) {
  config.addShortcode("bouton", function (texte) {
    return `<button class="bouton-court" aria-expanded="peut-etre">${texte}</button>`;
  });
  return { dir: { input: "src", output: "_site" } };
};
