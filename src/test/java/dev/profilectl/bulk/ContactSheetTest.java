package dev.profilectl.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.bulk.ContactSheet.Card;
import dev.profilectl.bulk.ContactSheet.Done;
import dev.profilectl.bulk.ContactSheet.Head;
import dev.profilectl.bulk.ContactSheet.Shown;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ContactSheetTest {
  private static final Shown DOT = new Shown("image/png", new byte[] {1, 2, 3}, "1 × 1, PNG, 3 B");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private static String page(String text) throws IOException {
    StringWriter out = new StringWriter();
    try (ContactSheet sheet = new ContactSheet(out, Locale.ENGLISH)) {
      sheet.begin(new Head(text, List.of(text)));
      sheet.add(new Card(text, text, new Done("failed", text), DOT, null));
      sheet.add(new Card(text, text, new Done("present", text), null, DOT));
    }
    return out.toString();
  }

  /** Whatever the texts are, the page has the tags that it has for a plain one, and no others. */
  @Test
  void noTextBecomesMarkup() throws IOException {
    List<String> plain = tags(page("x"));
    Random random = new Random(1);
    String alphabet = "<>&\"'`/=!-[] \n\t\u0000\u001b\u202eabsrcipton{}();:%\\\uffff";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(40); length >= 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(tags(page(text.toString()))).as(text.toString()).hasSameSizeAs(plain);
    }
    for (String hostile :
        List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onload='x",
            "</style><script>1</script>",
            "<!--",
            "]]>",
            "&lt;script&gt;")) {
      String page = page(hostile);
      assertThat(page).doesNotContain("<script", "<img src=x", "onerror=alert(1)>");
      assertThat(tags(page)).hasSameSizeAs(plain);
    }
  }

  private static List<String> tags(String page) {
    return TAG.matcher(page).results().map(MatchResult::group).toList();
  }

  @Test
  void thePolicyLetsNothingIn() throws IOException, NoSuchAlgorithmException {
    String page = page("x");
    String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    assertThat(page)
        .contains(
            "content=\"default-src 'none'; img-src data:; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(hash)
                + "'; base-uri 'none'; form-action 'none'\"");
    assertThat(page.replace("data:image/png", "")).doesNotContainPattern("(?i)src=\"(?!;)");
    assertThat(page).doesNotContainPattern("(?i)https?:|url\\(|@import|<link|<iframe| on[a-z]+=");
  }

  @Test
  void everyPictureSaysWhatItIs() throws IOException {
    String page = page("ada");
    assertThat(page)
        .contains("alt=\"old picture of ada\" src=\"data:image/png;base64,AQID\"")
        .contains("alt=\"picture of ada\"")
        .contains("<div class=\"none\">no picture</div>")
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .endsWith("</html>\n");
  }

  @Test
  void whatNoPageMayHoldIsShown() {
    assertThat(ContactSheet.escaped("a\u0000b\u001bc\ufffe\u0085"))
        .isEqualTo("a\ufffdb\ufffdc\ufffd\ufffd");
    assertThat(ContactSheet.escaped("é 小 🎉 \u202e")).isEqualTo("é 小 🎉 \u202e");
    assertThat(ContactSheet.escaped("<&>\"'")).isEqualTo("&lt;&amp;&gt;&quot;&#39;");
  }
}
