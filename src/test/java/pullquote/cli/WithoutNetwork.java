package pullquote.cli;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ProtocolFamily;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.Arrays;

/** The program on a Java machine in which every attempt to open a socket fails and is told of. */
public final class WithoutNetwork {
    static final String TRIED = "tried to open a socket";

    private WithoutNetwork() {}

    /** Runs a command line; {@code connect} tries to open a socket instead. */
    @SuppressWarnings("deprecation") // there is no other way to watch all sockets
    public static void main(String[] args) throws IOException {
        Socket.setSocketImplFactory(() -> {
            throw tried();
        });
        ServerSocket.setSocketFactory(() -> {
            throw tried();
        });
        DatagramSocket.setDatagramSocketImplFactory(() -> {
            throw tried();
        });
        if (args[0].equals("connect")) {
            new Socket(InetAddress.getLoopbackAddress(), 9).close();
        }
        Main.main(Arrays.copyOf(args, args.length));
    }

    private static IllegalStateException tried() {
        System.err.println(TRIED);
        return new IllegalStateException(TRIED);
    }

    /** Opens no channels. */
    public static final class NoChannels extends SelectorProvider {
        @Override
        public DatagramChannel openDatagramChannel() {
            throw tried();
        }

        @Override
        public DatagramChannel openDatagramChannel(ProtocolFamily family) {
            throw tried();
        }

        @Override
        public Pipe openPipe() {
            throw tried();
        }

        @Override
        public AbstractSelector openSelector() {
            throw tried();
        }

        @Override
        public ServerSocketChannel openServerSocketChannel() {
            throw tried();
        }

        @Override
        public SocketChannel openSocketChannel() {
            throw tried();
        }
    }
}
