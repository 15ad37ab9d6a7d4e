// What poppler and zbar say of a PDF of certificates: a printer's and a telephone's view of them.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

// Gives pages (the text of each), sizes (of each, in points: "841.89 x 595.28"), fonts ({ name, embedded }),
// qr_code(number of the page, from 1), picture(number, png file), close().
export async function open_pdf(bytes) {
  const folder = await mkdtemp(path.join(tmpdir(), "wego-pdf-"));
  const file = path.join(folder, "certificates.pdf");
  await writeFile(file, bytes);
  const output_of = async (program, ...words) =>
    (await run(program, words, { maxBuffer: 64 << 20 })).stdout;

  const count = Number(/^Pages:\s+(\d+)/m.exec(await output_of("pdfinfo", file))[1]);
  const info = await output_of("pdfinfo", "-f", "1", "-l", String(count), file);
  const sizes = [...info.matchAll(/^Page +\d+ size: +([\d.]+ x [\d.]+) pts/gm)].map(([, size]) => size);
  const pages = (await output_of("pdftotext", file, "-")).split("\f").slice(0, count);
  const table = (await output_of("pdffonts", file)).split("\n");
  const column = table[0].indexOf("emb");
  const fonts = table.slice(2).filter(Boolean)
    .map((line) => ({ name: line.split(" ")[0], embedded: line.slice(column, column + 3).trim() === "yes" }));

  async function picture(number, target) {
    await run("pdftoppm", ["-r", "144", "-f", String(number), "-l", String(number), "-singlefile", "-png", file,
      target.replace(/\.png$/, "")]);
    return target;
  }
  async function qr_code(number) {
    const drawn = await picture(number, path.join(folder, `page-${number}.png`));
    return (await output_of("zbarimg", "--quiet", "--raw", drawn)).trim();
  }
  return { pages, sizes, fonts, qr_code, picture, close: () => rm(folder, { recursive: true, force: true }) };
}
