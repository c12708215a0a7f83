import io

import msgspec
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sayso.case import create_case

PAGE = (
    b"<html><head><title>Harwick falls</title></head><body><article><h1>Harwick falls</h1>"
    b"<p>3 May 2021</p><p>The army said on Monday that it had captured the village of Harwick.</p>"
    b"<p>A doctor of the hospital said that twelve villagers had died there that night.</p></article></body></html>"
)


def test_a_case_of_an_archive_tells_its_records_and_verifies(tmp_path):
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True)
    said = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    headers = {"WARC-Record-ID": "<urn:uuid:7>", "WARC-Date": "2021-05-04T00:00:00Z"}
    url = "https://herald.example/harwick.html"
    payload = io.BytesIO(PAGE)
    writer.write_record(
        writer.create_warc_record(
            url, "response", payload=payload, length=len(PAGE), http_headers=said, warc_headers_dict=headers
        )
    )
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(stream.getvalue())
    case = create_case(tmp_path / "case")
    record = case.build(path).record
    (document,) = record.documents
    assert (document.file, document.url, document.external_id) == ("crawl.warc.gz:1", url, "urn:uuid:7")
    assert record.claims
    note = msgspec.json.decode((tmp_path / "case" / "documents" / document.id / "capture.json").read_bytes())
    assert note["archived"] == {
        "archive": "crawl.warc.gz", "record": "urn:uuid:7", "url": url, "date": "2021-05-04T00:00:00Z",
    }  # fmt: skip
    assert list(case.verify()) == []
