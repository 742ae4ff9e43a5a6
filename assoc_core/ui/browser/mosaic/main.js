// The entry: Streamlit calls it at the start and after every rerun.

const mosaics = new WeakMap(); // the element's shadow root -> its Mosaic, kept over reruns

export default function ({ data, parentElement, setStateValue }) {
  if (!mosaics.has(parentElement)) mosaics.set(parentElement, new Mosaic(parentElement));
  const mosaic = mosaics.get(parentElement);
  mosaic.setStateValue = setStateValue;
  mosaic.load(data);
}
