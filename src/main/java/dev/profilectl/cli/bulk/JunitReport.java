package dev.profilectl.cli.bulk;

import dev.profilectl.bulk.RowRecord;
import dev.profilectl.bulk.RowState;
import dev.profilectl.bulk.Run;
import dev.profilectl.bulk.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A run as JUnit XML, a row a test case, as build servers show it. */
final class JunitReport {
  private final Run run;

  JunitReport(Run run) {
    this.run = run;
  }

  /** Gives all rows to a taker, each time from the first. */
  interface Source {
    void each(Consumer<RowRecord> taker);
  }

  void write(OutputStream out, Source rows) throws IOException {
    long[] counts = new long[3];
    rows.each(
        record -> {
          counts[0]++;
          counts[1] += record.state() == RowState.FAILED ? 1 : 0;
          counts[2] += isLeft(record) ? 1 : 0;
        });
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", safe(run.command()));
      xml.writeAttribute("id", safe(run.id()));
      xml.writeAttribute("tests", String.valueOf(counts[0]));
      xml.writeAttribute("failures", String.valueOf(counts[1]));
      xml.writeAttribute("skipped", String.valueOf(counts[2]));
      rows.each(record -> one(xml, record));
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    } catch (XMLStreamException failed) {
      throw cause(failed);
    }
  }

  /** Why the stream underneath could not be written. */
  private static IOException cause(XMLStreamException failed) {
    return failed.getNestedException() instanceof IOException cause
        ? cause
        : new IOException(failed);
  }

  private static boolean isLeft(RowRecord record) {
    return record.state() == RowState.PENDING || record.state() == RowState.STARTED;
  }

  private void one(XMLStreamWriter xml, RowRecord record) {
    try {
      String file = run.settings().getOrDefault("file", run.command());
      String key = Objects.requireNonNullElse(record.row().key(), "");
      xml.writeCharacters("\n  ");
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", safe(file));
      xml.writeAttribute("name", safe("line " + record.row().line() + " " + key).strip());
      Trouble trouble = record.trouble();
      if (trouble != null) {
        xml.writeStartElement("failure");
        xml.writeAttribute(
            "type", safe(Objects.requireNonNullElse(trouble.code(), trouble.kind())));
        xml.writeAttribute("message", safe(trouble.message()));
        xml.writeEndElement();
      } else if (isLeft(record)) {
        xml.writeEmptyElement("skipped");
      }
      xml.writeEndElement();
    } catch (XMLStreamException failed) {
      throw new UncheckedIOException(cause(failed));
    }
  }

  /** XML has no way to write some characters at all. */
  private static String safe(@Nullable String text) {
    StringBuilder safe = new StringBuilder();
    String.valueOf(text)
        .codePoints()
        .forEach(
            c ->
                safe.appendCodePoint(
                    c == '\t'
                            || c == '\n'
                            || c == '\r'
                            || (c >= 0x20 && c <= 0xD7FF)
                            || (c >= 0xE000 && c <= 0xFFFD)
                            || c >= 0x10000
                        ? c
                        : 0xFFFD));
    return safe.toString();
  }
}
