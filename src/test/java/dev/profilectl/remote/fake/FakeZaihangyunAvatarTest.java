package dev.profilectl.remote.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zaihangyun's pictures: a picky parser, and an old picture that goes first. */
class FakeZaihangyunAvatarTest {
  private static final String TOKEN = "Authorization: Bearer ada";
  private static final String TYPE = "Content-Type: multipart/form-data; boundary=b";
  private static final byte[] PICTURE = Samples.picture("jpeg", 60, 30);

  private final FakeZaihangyun fake = FakeZaihangyun.start();
  private final Caller caller = new Caller();
  private final long ada = fake.user("ada", Map.of());

  @AfterEach
  void close() {
    caller.close();
    fake.close();
    assertThat(fake.server().failures()).isEmpty();
  }

  private JsonNode upload(byte[] body, String type) throws Exception {
    return Caller.json(
        caller.send(
            "POST", fake.url("/v1/user/avatar"), body, TOKEN, type, "Accept: application/json"));
  }

  private JsonNode upload(String name, byte[] picture) throws Exception {
    return upload(Caller.file("avatar", name, picture), TYPE);
  }

  private String picture() {
    return fake.picture(ada).map(Samples::shape).orElse("gone");
  }

  @Test
  void fitsInto300AndEnlarges() throws Exception {
    JsonNode answer = upload("a.jpg", PICTURE);
    assertThat(answer.path("code").asInt()).isEqualTo(200);
    String url = answer.path("data").path("avatar").asText();
    assertThat(url).endsWith("/" + ZaihangyunUsers.md5(String.valueOf(ada)) + ".jpg");
    assertThat(Samples.shape(caller.send("GET", url, new byte[0]).body()))
        .isEqualTo("300x150 jpeg");
    assertThat(Samples.leftIsRed(fake.picture(ada).orElseThrow())).isTrue();
    upload("b.jpg", Samples.picture("png", 10, 40));
    assertThat(picture()).as("by content, not by name").isEqualTo("75x300 png");
    assertThat(upload("c.png", PICTURE).path("data").path("avatar").asText()).endsWith(".png");
    assertThat(caller.send("GET", url, new byte[0]).statusCode()).isEqualTo(404);
  }

  /** The file says that it is to be turned by a quarter; nobody listens. */
  @Test
  void doesNotTurn() throws Exception {
    byte[] lying = Files.readAllBytes(Path.of("src/test/resources/images/orientation-6.jpg"));
    BufferedImage raw = Pictures.decode(lying).orElseThrow().image();
    upload("a.jpg", lying);
    BufferedImage stored = Pictures.decode(fake.picture(ada).orElseThrow()).orElseThrow().image();
    assertThat(raw.getWidth() > raw.getHeight()).isEqualTo(stored.getWidth() > stored.getHeight());
    assertThat(raw.getWidth()).isNotEqualTo(raw.getHeight());
  }

  @Test
  void aBadFileDestroysTheOldPicture() throws Exception {
    String url = upload("a.jpg", PICTURE).path("data").path("avatar").asText();
    assertThat(
            upload("a.jpg", "no picture".getBytes(StandardCharsets.UTF_8)).path("code").toString())
        .isEqualTo("400250");
    assertThat(picture()).isEqualTo("gone");
    assertThat(String.valueOf(fake.row(ada)))
        .as("the row still points there")
        .contains(url.substring(url.lastIndexOf('/')));
    assertThat(caller.send("GET", url, new byte[0]).statusCode()).isEqualTo(404);
  }

  @Test
  void halfAJpegIsFineAndHalfAPngIsNot() throws Exception {
    assertThat(
            upload("a.jpg", Samples.half(Samples.picture("jpeg", 400, 400))).path("code").asInt())
        .isEqualTo(200);
    assertThat(upload("a.png", Samples.half(Samples.picture("png", 400, 400))).path("code").asInt())
        .isEqualTo(400250);
    assertThat(upload("a.png", new byte[0]).path("code").asInt()).isEqualTo(400250);
  }

  @Test
  void checksInTheirOrder() throws Exception {
    assertThat(upload("a.jpg", Samples.padded(2097152)).path("code").asInt()).isEqualTo(200);
    assertThat(upload("a.gif", Samples.padded(2097153)).path("code").asText()).isEqualTo("400102");
    assertThat(upload("a.JPG", PICTURE).path("code").asText()).isEqualTo("400103");
    assertThat(upload("jpg", PICTURE).path("code").asText()).isEqualTo("400103");
    assertThat(picture()).as("nothing was destroyed").isEqualTo("300x300 jpeg");
    fake.delete(ada);
    assertThat(upload("a.gif", PICTURE).path("code").asText()).isEqualTo("400103");
    assertThat(upload("a.jpeg", PICTURE).path("code").toString()).isEqualTo("400199");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Disposition: form-data; name=avatar; filename=\"a.jpg\"",
        "Content-Disposition: form-data; name=\"avatar\"; filename=a.jpg",
        "Content-Disposition: form-data; filename=\"a.jpg\"; name=\"avatar\"",
        "Content-Disposition: form-data; name=\"avatar\"; filename*=UTF-8''a.jpg",
        "Content-Disposition: form-data; name=\"avatar\";filename=\"a.jpg\"",
        "Content-Disposition:form-data; name=\"avatar\"; filename=\"a.jpg\"",
        "Content-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"",
      })
  void linesItDoesNotUnderstand(String lines) throws Exception {
    JsonNode answer = upload(Caller.file(lines, PICTURE), TYPE);
    assertThat(answer.path("code").asText()).isEqualTo("400101");
    assertThat(answer.path("msg").asText()).isEqualTo("avatar is required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"boundary=b; charset=utf-8", "boundary=b;charset=utf-8", "Boundary=b", "x=b"})
  void boundariesItDoesNotUnderstand(String boundary) throws Exception {
    byte[] body = Caller.file("avatar", "a.jpg", PICTURE);
    assertThat(upload(body, "Content-Type: multipart/form-data; " + boundary).path("code").asText())
        .isEqualTo("400101");
  }

  @Test
  void bodiesItDoesNotUnderstand() throws Exception {
    String body = new String(Caller.file("avatar", "a.jpg", PICTURE), StandardCharsets.ISO_8859_1);
    assertThat(upload(latin1("preamble\r\n" + body), TYPE).path("code").asText())
        .isEqualTo("400101");
    assertThat(upload(latin1(body.replace("\r\n--b--\r\n", "")), TYPE).path("code").asText())
        .isEqualTo("400101");
    assertThat(upload(Caller.file("avatar[]", "a.jpg", PICTURE), TYPE).path("code").asInt())
        .isEqualTo(500);
    assertThat(
            upload(latin1(body), TYPE.replace("b", "\"b\"").replace("\"b\"oundary", "boundary"))
                .path("code")
                .asInt())
        .as("quotes are fine")
        .isEqualTo(200);
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void picturesHaveATimeAndNoTag() throws Exception {
    String url = upload("a.png", Samples.picture("png", 5, 5)).path("data").path("avatar").asText();
    HttpResponse<byte[]> first = caller.send("GET", url, new byte[0], "Range: bytes=0-3");
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("etag")).isEmpty();
    assertThat(first.headers().firstValue("content-type")).contains("image/png");
    String modified = first.headers().firstValue("last-modified").orElseThrow();
    assertThat(caller.send("GET", url, new byte[0], "If-Modified-Since: " + modified).statusCode())
        .isEqualTo(304);
  }
}
