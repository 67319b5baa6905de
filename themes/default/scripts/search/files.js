// Loads the files of the index as scripts: that works from a disk as well, where pages cannot be fetched.
import {readIndex, textFile} from "./index.js";

// `page` is the address of the page of results, beside which the files lie.
export class Files {
  constructor(page) {
    this.page = page;
    this.texts = new Map();
    this.asked = new Map();
    window.mektepSearch = (data) => { this.data = data; };
    window.mektepText = (texts) => Object.keys(texts).forEach((path) => this.texts.set(path, texts[path]));
  }

  load(name) {
    if (!this.asked.has(name)) this.asked.set(name, new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(name, this.page).href;
      script.onload = resolve;
      script.onerror = () => reject(new Error(name));
      document.head.append(script);
    }));
    return this.asked.get(name);
  }

  // Part `number` of the index.
  async part(number) {
    this.data = undefined;
    await this.load(number === 0 ? "index.js" : `index-${number}.js`);
    return readIndex(this.data);
  }

  // The text of a page; "" when it cannot be had.
  async text(index, page) {
    const path = index.paths[page];
    try {
      await this.load(`text-${index.texts}-${textFile(path, index.texts)}.js`);
    } catch (fault) {
      return "";
    }
    return this.texts.get(path) || "";
  }
}
