// Words: templates of the catalogue that is spoken, filled with facts.

import { SIDE } from "constants";
import { LOCALE, WORDS } from "words";

const MINUS = "\u2212";
const plurals = new Intl.PluralRules(LOCALE);

// The words at a key like "picture.wrong", or a list where names have dots in them. Of a template
// in several plurals, the one for the fact n. A fact that is a number is written whole.
export function say(key, facts = {}) {
  const found = at(key);
  const template = typeof found === "string" ? found : (found[plurals.select(facts.n)] ?? found.other);
  return filled(template, facts, key);
}

// The same for words that are several sentences, one by one.
export function sayEach(key, facts) {
  return at(key).map((template) => filled(template, facts, key));
}

function at(key) {
  const path = Array.isArray(key) ? key : key.split(".");
  const found = path.reduce((words, name) => words?.[name], WORDS);
  if (found === undefined) throw new Error(`no words: ${path.join(".")}`);
  return found;
}

function filled(template, facts, key) {
  return template.replace(/\{(\w+)\}/g, (_, name) => {
    const fact = facts[name];
    if (fact === undefined) throw new Error(`no fact: ${name} of ${key}`);
    return typeof fact === "number" ? number(fact, 0) : fact;
  });
}

// So many digits after the point, and a true minus sign.
export function number(value, digits) {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return written(value, options);
}

// So many digits in all, but no zeros at the end.
export function significant(value, digits) {
  return written(value, { maximumSignificantDigits: digits });
}

function written(value, options) {
  return value.toLocaleString(LOCALE, { ...options, signDisplay: "negative" }).replace("-", MINUS);
}

// A stored pattern, [its number, its label, -1 for its negative]: "no. 8, a 1".
export function named([index, digit, sign = 1]) {
  const name = say(["digit", digit], { number: String(index) });
  return sign > 0 ? name : say("negative", { digit: name });
}

// The same with what it is: "stored digit no. 8, a 1".
export function namedStored([index, digit]) {
  return say(["stored", digit], { number: String(index) });
}

// A pixel or a unit by its place, column first.
export function place(unit) {
  return say("place", { column: unit % SIDE, row: Math.floor(unit / SIDE) });
}

// Where a replay is: "flip 57 of 163".
export function where({ data, step, steps }) {
  return say(["where", data.step], { step, steps });
}

// Fill in what the HTML says: data-say is a text, data-say-label a name, data-say-title a tip.
export function label(root) {
  for (const element of root.querySelectorAll("[data-say]")) {
    element.textContent = say(element.dataset.say);
    if (element.tagName === "OPTION") element.replaceWith(element); // a select is measured anew
  }
  for (const element of root.querySelectorAll("[data-say-label]")) {
    element.setAttribute("aria-label", say(element.dataset.sayLabel));
  }
  for (const element of root.querySelectorAll("[data-say-title]")) {
    element.title = say(element.dataset.sayTitle);
  }
}
