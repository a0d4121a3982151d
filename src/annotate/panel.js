(function () {
  var host = document.currentScript.previousElementSibling;
  var root = host && host.shadowRoot;
  if (!root) return;
  var panel = root.querySelector("details"), marks = root.querySelector(".marks"), all = [];
  function item(number) { return root.querySelector("li[data-n='" + number + "']"); }
  function show(number) {
    var li = item(number);
    panel.open = true;
    root.querySelectorAll(".here").forEach(function (other) { other.classList.remove("here"); });
    li.classList.add("here");
    li.scrollIntoView({ block: "nearest" });
    li.focus();
  }
  document.querySelectorAll("[data-vigie]").forEach(function (element) {
    if (element === document.documentElement || element === document.body) return;
    var numbers = element.getAttribute("data-vigie").split(" "), button = document.createElement("button");
    if (!item(numbers[0])) return;
    button.type = "button";
    button.className = element.getAttribute("data-vigie-level");
    button.textContent = numbers.length > 4 ? numbers.slice(0, 3).join(" ") + " +" + (numbers.length - 3) : numbers.join(" ");
    button.setAttribute("aria-label", host.getAttribute("data-word") + " " + numbers.join(", "));
    button.addEventListener("click", function () { show(numbers[0]); });
    marks.appendChild(button);
    all.push([element, button]);
  });
  // Also where a base address would lead such links away.
  root.addEventListener("click", function (event) {
    var link = event.target.closest("a"), element = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!element) return;
    event.preventDefault();
    element.scrollIntoView({ block: "center" });
    if (!element.matches("a[href], button, input, select, textarea, [tabindex]")) element.setAttribute("tabindex", "-1");
    element.focus({ preventScroll: true });
  });
  function place() {
    var from = marks.getBoundingClientRect();
    var boxes = all.map(function (pair) { return pair[0].getBoundingClientRect(); });
    var taken = {};
    all.forEach(function (pair, i) {
      var box = boxes[i], left = Math.max(0, box.left - from.left - 8), top = Math.max(0, box.top - from.top - 16);
      pair[1].hidden = !box.width && !box.height;
      // Side by side rather than one over the other.
      while (!pair[1].hidden && taken[Math.round(top / 16) + " " + Math.round(left / 24)]) left += 24;
      if (!pair[1].hidden) {
        for (var at = 0; at < pair[1].textContent.length * 9 + 12; at += 24) taken[Math.round(top / 16) + " " + Math.round((left + at) / 24)] = true;
      }
      pair[1].style.left = left + "px";
      pair[1].style.top = top + "px";
    });
  }
  panel.addEventListener("toggle", function () { host.toggleAttribute("data-closed", !panel.open); place(); });
  if (innerWidth < 700) panel.open = false;
  addEventListener("load", place);
  addEventListener("resize", place);
  place();
  if (window.ResizeObserver) new ResizeObserver(place).observe(document.documentElement);
})();
