/** A file of a report as an answer: always a download, and without any right in a browser that shows it all the same. */

export function fileResponse({
  bytes,
  mediaType,
  fileName,
}: {
  bytes: Uint8Array;
  mediaType: string;
  fileName: string;
}) {
  return new Response(Uint8Array.from(bytes), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Content-Security-Policy":
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:",
    },
  });
}
