// What Streamlit calls: at the start, and after every rerun.

import { label } from "./say.js";

// One object of the class for each place on the page: made at the first call, loaded at each.
export function shows(Shown) {
  const shown = new WeakMap(); // the element's place -> what it shows, kept over reruns
  return ({ data, parentElement, setStateValue }) => {
    if (!shown.has(parentElement)) {
      label(parentElement);
      shown.set(parentElement, new Shown(parentElement));
    }
    const here = shown.get(parentElement);
    here.report = setStateValue;
    here.load(data);
    return () => here.pause?.();
  };
}
