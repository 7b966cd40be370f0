"""Run inside the rivals' own environment: spans and seconds of Presidio (no model) or scrubadub on the same notes."""

import json
import logging
import sys
import time

logging.disable(logging.CRITICAL)


def presidio():
    import spacy
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine
    from presidio_analyzer.predefined_recognizers import SpacyRecognizer
    from presidio_analyzer.recognizer_registry import RecognizerRegistry

    blank = spacy.blank("en")

    class Blank(NlpEngine):
        engine_name = "blank"

        def load(self):
            pass

        def is_loaded(self):
            return True

        def process_text(self, text, language):
            doc = blank(text)
            return NlpArtifacts([], doc, [t.idx for t in doc], [t.text for t in doc], self, language)

        def process_batch(self, texts, language, **_options):
            return ((text, self.process_text(text, language)) for text in texts)

        def is_stopword(self, word, language):
            return blank.vocab[word].is_stop

        def is_punct(self, word, language):
            return blank.vocab[word].is_punct

        def get_supported_entities(self):
            return []

        def get_supported_languages(self):
            return ["en"]

    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"])
    registry.recognizers = [r for r in registry.recognizers if not isinstance(r, SpacyRecognizer)]
    engine = AnalyzerEngine(registry=registry, nlp_engine=Blank(), supported_languages=["en"])
    return lambda text: [(r.start, r.end) for r in engine.analyze(text, language="en")]


def scrubadub():
    import scrubadub as library

    scrubber = library.Scrubber()
    return lambda text: [(f.beg, f.end) for f in scrubber.iter_filth(text)]


def main():
    find = {"presidio": presidio, "scrubadub": scrubadub}[sys.argv[1]]()
    texts = [row["text"] for row in json.load(sys.stdin)]
    find(texts[0])
    best = float("inf")
    for _try in range(3):
        began = time.process_time()
        spans = [find(text) for text in texts]
        best = min(best, time.process_time() - began)
    json.dump({"seconds": best, "spans": spans}, sys.stdout)


if __name__ == "__main__":
    main()
