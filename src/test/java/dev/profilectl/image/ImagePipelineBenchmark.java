package dev.profilectl.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long it takes to make an avatar out of a picture, from decoding to encoding.
 *
 * <p>{@code mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath},
 * then {@code java -cp target/test-classes:target/classes:$(cat target/classpath)
 * org.openjdk.jmh.Main ImagePipelineBenchmark -jvmArgsAppend -Dpicture=12-megapixels.jpg}. To be
 * held against {@code convert 12-megapixels.jpg -auto-orient -thumbnail 512x512^ -gravity center
 * -extent 512x512 out.jpg}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
public class ImagePipelineBenchmark {
  private byte[] source = new byte[0];

  /** Reads the picture that the system property names; else the small one of the tests. */
  @Setup
  public void read() throws IOException {
    String picture = System.getProperty("picture");
    source = picture == null ? Fixtures.read("photo.jpg") : Files.readAllBytes(Path.of(picture));
  }

  /** All of it. */
  @Benchmark
  public Picture process() {
    return ImagePipeline.process(source, ImageOptions.DEFAULTS);
  }

  /** Only decoding. */
  @Benchmark
  public void decode(Blackhole hole) {
    hole.consume(ImagePipeline.asIs(source));
  }
}
