package pullquote.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import pullquote.text.Decoding.Decoded;
import pullquote.text.Decoding.Undecodable;

class DecoderTest {
    private static final String WESTERN =
            "The café’s owner, Zoë Brûlé, said: “We don’t open before noon – not for anyone.” A naïve question, perhaps.";
    private static final String CHINESE = "新湖通讯社九月二十七日电 该港口的发言人林川说，新的码头将于下周开放，届时将有三百名工人开始工作。他补充说，安全仍然是第一位的。";

    @Test
    void takesValidUtf8ForUtf8() {
        assertThat(Decoder.decode(WESTERN.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Decoded(WESTERN, "UTF-8", "valid-utf8"));
    }

    @Test
    void believesAByteOrderMarkAndLeavesItOut() {
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            assertThat(Decoder.decode(("\uFEFF" + CHINESE).getBytes(charset)))
                    .isEqualTo(new Decoded(CHINESE, charset.name(), "bom"));
        }
    }

    @Test
    void recognisesUtf16WithoutAMark() {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            assertThat(Decoder.decode(WESTERN.getBytes(charset)))
                    .isEqualTo(new Decoded(WESTERN, charset.name(), "detected"));
        }
    }

    @Test
    void detectsCurlyQuotesOfWindows() {
        assertThat(Decoder.decode(WESTERN.getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(new Decoded(WESTERN, "windows-1252", "detected"));
    }

    @Test
    void detectsChinese() {
        assertThat(Decoder.decode(CHINESE.getBytes(Charset.forName("GB18030"))))
                .isEqualTo(new Decoded(CHINESE, "GB18030", "detected"));
    }

    @Test
    void callsAProgramNoText() {
        byte[] program = new byte[4096];
        new java.util.Random(1).nextBytes(program);

        assertThat(Decoder.decode(program))
                .isInstanceOfSatisfying(
                        Undecodable.class, bad -> assertThat(bad.binary()).isTrue());
    }

    @Test
    void callsABrokenMarkedTextUndecodable() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        bytes.write("Prices rose".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xC3);

        assertThat(Decoder.decode(bytes.toByteArray())).isInstanceOf(Undecodable.class);
    }

    @Test
    void leavesAFormFeedInPlace() {
        assertThat(Decoder.decode("Page one\fPage two".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new Decoded("Page one\fPage two", "UTF-8", "valid-utf8"));
    }

    @Test
    void takesNoMixtureOfEncodingsForOneOfThem() {
        byte[] western = " déjà à l’été".getBytes(java.nio.charset.Charset.forName("windows-1252"));
        byte[] wide = "船长说晚点了".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] chinese = "船长说晚点了".repeat(20).getBytes(java.nio.charset.Charset.forName("GB18030"));
        java.io.ByteArrayOutputStream mixed = new java.io.ByteArrayOutputStream();
        mixed.writeBytes(wide);
        mixed.writeBytes(western);

        assertThat(Decoder.decode(mixed.toByteArray())).isInstanceOf(Decoding.Undecodable.class);
        assertThat(Decoder.decode(western)).isInstanceOf(Decoding.Decoded.class);
        assertThat(Decoder.decode(chinese))
                .isInstanceOfSatisfying(
                        Decoding.Decoded.class,
                        text -> assertThat(text.charset()).isEqualTo("GB18030"));
    }
}
