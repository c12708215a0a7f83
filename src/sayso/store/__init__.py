"""How is a case kept on disk?"""

from sayso.store.captures import (
    CaptureNote,
    Given,
    NoteFiles,
    Taken,
    add_day,
    document_ids,
    read_capture,
    read_notes,
    store_capture,
)
from sayso.store.clearances import Clearance, append_clearance, check_clearances, read_clearances
from sayso.store.fetches import Came, Fetch, append_fetch, read_known
from sayso.store.files import writing
from sayso.store.folders import CASE_FORMAT, CaseFolder, create_folder, open_folder
from sayso.store.judgements import append_judgement, check_judgements, read_judgements
from sayso.store.locks import hold
from sayso.store.place_imports import Imported, import_places
from sayso.store.readings import KeptNames, ReadingCache, decode_reading, encode_reading
from sayso.store.records import (
    Stamp,
    as_kept,
    check_record,
    read_record,
    read_stamp,
    search_claims,
    search_documents,
    write_record,
)
from sayso.store.refusals import keep_refusals, read_refusals
from sayso.store.releases import Release, check_releases, read_release, read_releases, write_release
from sayso.store.removals import Tombstone, read_tombstones, recover, remove_document, restore_document
from sayso.store.secrets import read_secret
from sayso.store.settings import read_settings
from sayso.store.sheets import Written
from sayso.store.truths import digest_read, digest_truth
from sayso.store.versions import sayso_version

__all__ = [
    "CASE_FORMAT",
    "Came",
    "CaptureNote",
    "CaseFolder",
    "Clearance",
    "Fetch",
    "Given",
    "Imported",
    "KeptNames",
    "NoteFiles",
    "ReadingCache",
    "Release",
    "Stamp",
    "Taken",
    "Tombstone",
    "Written",
    "add_day",
    "append_clearance",
    "append_fetch",
    "append_judgement",
    "as_kept",
    "check_clearances",
    "check_judgements",
    "check_record",
    "check_releases",
    "create_folder",
    "decode_reading",
    "digest_read",
    "digest_truth",
    "document_ids",
    "encode_reading",
    "hold",
    "import_places",
    "keep_refusals",
    "open_folder",
    "read_capture",
    "read_clearances",
    "read_judgements",
    "read_known",
    "read_notes",
    "read_record",
    "read_refusals",
    "read_release",
    "read_releases",
    "read_secret",
    "read_settings",
    "read_stamp",
    "read_tombstones",
    "recover",
    "remove_document",
    "restore_document",
    "sayso_version",
    "search_claims",
    "search_documents",
    "store_capture",
    "write_record",
    "write_release",
    "writing",
]
